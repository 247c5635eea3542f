import Testing
import TextFeatures

@testable import Detection

@Suite struct EvidenceRankingTests {
  @Test func largestFirstAndEarlierAmongEquals() {
    let top = EvidenceRanking.top([0.5, 2, -1, 2], limit: 3) { ["t\($0)"] }
    #expect(top.map(\.message) == [2, 4, 1])
    #expect(top.map(\.terms) == [["t1"], ["t3"], ["t0"]])
    #expect(EvidenceRanking.top([1], limit: -1) { _ in [] } == [])
  }

  @Test func termsPullInTheAskedDirection() {
    let hasher = FeatureHasher(bits: 20, words: 1)
    let text = Array("One two three two".utf8)
    let buckets = hasher.terms(of: text.span).map(\.bucket)
    let parts = [buckets[0]: 0.5, buckets[1]: 1.5, buckets[2]: -2]
    #expect(EvidenceRanking.terms(text.span, hasher, parts, direction: 1) == ["two", "one"])
    #expect(EvidenceRanking.terms(text.span, hasher, parts, direction: -1) == ["three"])
  }
}

import Testing
import TextFeatures

@testable import Detection

@Suite struct StageCountsTests {
  @Test func wordsAreCountedByState() throws {
    let hasher = FeatureHasher(bits: 12, words: 1)
    var counts = StageCounts(hasher, states: 3)
    var buckets: [UInt32] = []
    counts.add(Array("soil rake soil".utf8).span, state: 2, &buckets)
    counts.add(Array("soil".utf8).span, state: 0, &buckets)
    let soil = try #require(hasher.terms(of: Array("soil".utf8).span).first?.bucket)
    #expect(counts.counts[Int(soil) * 3..<Int(soil) * 3 + 3] == [1, 0, 2])
    #expect(counts.counts.reduce(0, +) == 4)
  }

  @Test func aStateWithoutWordsIsUniform() {
    let hasher = FeatureHasher(bits: 12, words: 1)
    var counts = StageCounts(hasher, states: 2)
    var buckets: [UInt32] = []
    counts.add(Array("soil rake rake".utf8).span, state: 0, &buckets)
    let emissions = counts.emissions(smoothing: 1, tempering: 1)
    for term in hasher.terms(of: Array("soil rake".utf8).span) {
      let value = emissions.logProbabilities[Int(term.bucket) * 2 + 1]
      #expect((Double(value) - Elementary.log(0.5)).magnitude < 1e-6)
    }
  }
}

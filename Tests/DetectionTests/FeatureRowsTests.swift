import Chat
import Testing
import TextFeatures

@testable import Detection

@Suite struct FeatureRowsTests {
  @Test func aRowCountsTheFeaturesOfAConversation() throws {
    let hasher = FeatureHasher(bits: 20, words: 2)
    let examples = Examples([ToyCorpus.chunk(texts: ["soil soil", "", "rake soil"])])
    let rows = try FeatureRows(examples, picks: [0], hasher: hasher)
    var buckets: [UInt32] = []
    hasher.append(Array("soil soil rake".utf8).span, to: &buckets)
    var pair: [UInt32] = []
    hasher.append(Array("rake soil".utf8).span, to: &pair)
    // In order of appearance: soil, soil soil, rake, rake soil; no pair over a message's end.
    #expect(rows.buckets == [buckets[0], buckets[2], buckets[3], pair[2]])
    #expect(rows.counts == [3, 1, 1, 1])
    #expect(rows.starts == [0, 4] && rows.isPositive == [false])
  }

  @Test func picksChooseAndOrderTheRows() throws {
    let hasher = FeatureHasher(bits: 16, words: 1)
    let examples = ToyCorpus.examples(seed: 1, count: 6)
    let all = try FeatureRows(examples, picks: Array(0..<6), hasher: hasher)
    let some = try FeatureRows(examples, picks: [4, 1], hasher: hasher)
    #expect(some.count == 2 && some.isPositive == [true, false])
    #expect(
      Array(some.buckets[..<some.starts[1]]) == Array(all.buckets[all.starts[4]..<all.starts[5]]))
    let picked = all.picked([4, 1])
    #expect(picked.buckets == some.buckets && picked.counts == some.counts)
    #expect(picked.starts == some.starts && picked.isPositive == some.isPositive)
    #expect(all.picked([]).count == 0)
  }

  @Test func givenCountsStopAtTheLargest() {
    var rows = FeatureRows()
    rows.append([(1, 100_000)], isPositive: true)
    #expect(rows.counts == [.max])
  }
}

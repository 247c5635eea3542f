import Chat
import Statistics
import Testing

@testable import Detection

@Suite struct SentinelIndexTests {
  static func index(
    _ positive: [String], _ negative: [String], signs: [UInt8]? = nil
  ) -> SentinelIndex {
    let embedding = TextEmbedding(
      documents: 0, frequencies: [UInt32](repeating: 0, count: TextEmbedding.bucketCount))
    func side(_ texts: [String]) -> NeighbourIndex {
      var index = NeighbourIndex(width: TextEmbedding.dimensions / 8)
      for text in texts { index.append(embedding.point(Array(text.utf8).span).span) }
      return index
    }
    return SentinelIndex(
      embedding: embedding, positive: side(positive), negative: side(negative),
      signs: signs ?? positive.map { _ in SentinelIndex.unknownSign })
  }

  private static func logRatio(_ text: String, _ index: SentinelIndex) -> Double {
    var scratch = SentinelIndex.Scratch()
    return index.logRatio(Array(text.utf8).span, &scratch)
  }

  private static func texts(_ words: [Substring], _ count: Int, seed: UInt64) -> [String] {
    var random = CounterRandom(seed: seed, stream: 0)
    return (0..<count).map { _ in
      (0..<4).map { _ in String(words[random.below(words.count)]) }.joined(separator: " ")
    }
  }

  @Test func textsAreJudgedBetweenTheSides() {
    let index = Self.index(["soil and seeds", "rake the lawn"], ["play the violin", "choir tune"])
    #expect(Self.logRatio("rake our lawn", index) > 0.1)
    #expect(Self.logRatio("play our violin", index) < -0.1)
    #expect(Self.logRatio("", index) == 0)
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func duplicateExamplesCountOnce(seed: UInt64) {
    let positive = Self.texts(ToyCorpus.garden, 12, seed: seed)
    let negative = Self.texts(ToyCorpus.music, 12, seed: seed + 50)
    var random = CounterRandom(seed: seed, stream: 9)
    var (more, most) = (positive, negative)
    for _ in 0..<20 {
      more.append(positive[random.below(positive.count)])
      most.append(negative[random.below(negative.count)])
    }
    let once = Self.index(positive, negative).distinct
    let twice = Self.index(more, most)
    var changed = 0
    for text in Self.texts(ToyCorpus.garden + ToyCorpus.music, 30, seed: seed + 99) {
      let expected = Self.logRatio(text, once)
      #expect(Self.logRatio(text, twice.distinct) == expected, "seed \(seed)")
      changed += Self.logRatio(text, twice) == expected ? 0 : 1
    }
    // The uncorrected index does depend on them.
    #expect(changed > 0, "seed \(seed)")
  }

  @Test func theSignOfTheNearestExampleIsNamed() {
    let index = Self.index(
      ["soil and seeds", "rake the lawn"], ["choir tune"],
      signs: [UInt8(Sign.meetRequest.index), SentinelIndex.unknownSign])
    let chunk = ToyCorpus.chunk(texts: ["soil with seeds", "rake the lawn"])
    let judgements = index.judgements(chunk, conversation: 0)
    #expect(judgements.map(\.sign) == [["meet-request"], []])
    #expect(judgements.allSatisfy { $0.logRatio > 0 })
  }

  @Test func comesBackFromItsBytes() throws {
    let chunk = ToyCorpus.chunk(seed: 3, count: 10)
    let index = SentinelExamples(Examples([chunk]), seed: 1)
      .index(negativesPerPositive: 1, of: [chunk])
    var writer = ModelWriter("sentinel", layout: 1)
    writer.write(index)
    var reader = try ModelReader("sentinel", layout: 1, writer.bytes)
    let again = try reader.readSentinelIndex()
    try reader.finish()
    #expect(again.positive.rows == index.positive.rows)
    #expect(again.negative.rows == index.negative.rows)
    #expect(again.signs == index.signs)
    #expect(again.embedding.frequencies == index.embedding.frequencies)
    for text in ["tulip hedge", "a violin tune"] {
      #expect(Self.logRatio(text, again).bitPattern == Self.logRatio(text, index).bitPattern)
    }
  }

  @Test func foreignNumbersAreRefused() throws {
    var writer = ModelWriter("sentinel", layout: 1)
    writer.write(Self.index(["soil"], ["tune"], signs: [200]))
    var reader = try ModelReader("sentinel", layout: 1, writer.bytes)
    #expect(throws: DetectionError.self) { try reader.readSentinelIndex() }
  }
}

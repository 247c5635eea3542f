import Chat
import Statistics
import Testing

@testable import Detection

@Suite struct SentinelCorrectedTests {
  private static let index = SentinelIndexTests.index(
    ["soil and seeds", "rake the lawn", "compost the hedge"],
    ["play the violin", "choir tune", "piano melody"], signs: [5, 6, 255])

  private static func detector(_ index: SentinelIndex = index) -> SentinelCorrected {
    SentinelCorrected(
      index: index, decay: 0.97, calibration: Calibration(slope: 1, intercept: -1), parameters: [])
  }

  private static func score(_ texts: [String], _ detector: SentinelCorrected) -> Double {
    detector.scores(ToyCorpus.chunk(texts: texts), 0).last ?? 0
  }

  private static func texts(_ random: inout CounterRandom) -> [String] {
    let words = ToyCorpus.garden + ToyCorpus.music
    return (0..<2 + random.below(20)).map { _ in
      (0..<3).map { _ in String(words[random.below(words.count)]) }.joined(separator: " ")
    }
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func oneRiskyTextMoreNeverRatesLower(seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 0)
    let detector = Self.detector()
    var texts = Self.texts(&random)
    let before = Self.score(texts, detector)
    #expect(Self.score(texts + ["rake the lawn"], detector) >= before, "seed \(seed)")
    texts[random.below(texts.count)] = "rake the lawn"
    #expect(Self.score(texts, detector) >= before - 1e-15, "seed \(seed)")
  }

  @Test func moreAndSaidAgainRatesHigher() {
    let detector = Self.detector()
    var last = Self.score(["play the violin"], detector)
    for count in 1...12 {
      let score = Self.score([String](repeating: "rake the lawn", count: count), detector)
      #expect(score > last, "\(count) texts")
      last = score
    }
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func trainingKeepsNoPointTwice(seed: UInt64) throws {
    let detector = try SentinelCorrected.train(
      on: ToyCorpus.examples(seed: seed, count: 40),
      validation: ToyCorpus.examples(seed: seed + 1, count: 20), seed: seed, checkpoint: {})
    for side in [detector.index.positive, detector.index.negative] {
      #expect(side.distinctRows.count == side.count, "seed \(seed)")
    }
    #expect(detector.index.signs.count == detector.index.positive.count)
  }

  /// Toy chat in which every message of a positive conversation that speaks of gardening is marked.
  private static func marked(seed: UInt64, count: Int) -> Chunk {
    var chunk = ToyCorpus.chunk(seed: seed, count: count, messages: 10...10)
    for conversation in chunk.conversations where conversation.label == .grooming {
      for message in conversation.messages {
        let text = String(
          decoding: chunk.messages.text[chunk.messages.textRange(message)], as: UTF8.self)
        if ToyCorpus.garden.contains(where: { text.contains($0) }) {
          chunk.messages.signs[message] = [.giftOrReward]
        }
      }
    }
    return chunk
  }

  @Test func itSeparatesTheToyClasses() throws {
    let detector = try SentinelCorrected.train(
      on: Examples([Self.marked(seed: 8, count: 100)]),
      validation: Examples([Self.marked(seed: 1008, count: 40)]), seed: 8, checkpoint: {})
    let chunk = Self.marked(seed: 4321, count: 200)
    let scores = chunk.conversations.indices.map { detector.scores(chunk, $0).last ?? 0 }
    let isPositive = chunk.conversations.map { $0.label == .grooming }
    #expect(AveragePrecision.of(scores, isPositive: isPositive) > 0.6)
  }

  @Test func explanationsAreLogRatios() {
    let chunk = ToyCorpus.chunk(texts: ["play the violin", "rake the lawn", "compost the hedge"])
    let evidence = Self.detector().explain(chunk, conversation: 0, limit: 3)
    #expect(evidence.last?.message == 1)
    #expect(evidence.last.map { $0.contribution < 0 && $0.terms.isEmpty } == true)
    #expect(evidence.first { $0.message == 2 }?.terms == [Sign.allCases[6].rawValue])
    #expect(evidence.first { $0.message == 3 }?.terms == [])
  }
}

import Chat
import Testing

@testable import Detection

@Suite struct NaiveBayesTests {
  @Test(arguments: [UInt64(1), 2, 3])
  func contributionsAndPriorSumToTheLogOdds(_ seed: UInt64) throws {
    let detector = try #require(
      try DetectorCatalogueTests.trained("naive-bayes", seed: seed) as? NaiveBayes)
    let chunk = ToyCorpus.chunk(seed: seed + 9, count: 12)
    for index in chunk.conversations.indices {
      let evidence = detector.explain(chunk, conversation: index, limit: .max)
      let sum = evidence.reduce(detector.model.intercept) { $0 + $1.contribution }
      let margin = detector.model.margin(chunk, conversation: index)
      #expect((sum - margin).magnitude < 1e-9, "seed \(seed)")
      #expect(detector.scores(chunk, index).last == detector.model.calibration.probability(margin))
    }
  }

  @Test func aMessageAddsItsOwnWordsOnly() throws {
    let detector = try #require(
      try DetectorCatalogueTests.trained("naive-bayes", seed: 1) as? NaiveBayes)
    let chunk = ToyCorpus.chunk(texts: ["soil", "soil", "unseenword"])
    let evidence = detector.explain(chunk, conversation: 0, limit: 3)
    #expect(evidence[0].contribution == evidence[1].contribution)
    #expect(evidence.map(\.message) == [1, 2, 3])
    #expect(evidence[2].contribution == 0 && evidence[2].terms == [])
  }
}

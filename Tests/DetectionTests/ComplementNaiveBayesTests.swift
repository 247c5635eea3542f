import Chat
import Testing

@testable import Detection

@Suite struct ComplementNaiveBayesTests {
  @Test(arguments: [UInt64(1), 2, 3])
  func contributionsSumToTheMarginWithoutAPrior(_ seed: UInt64) throws {
    let detector = try #require(
      try DetectorCatalogueTests.trained("complement-naive-bayes", seed: seed)
        as? ComplementNaiveBayes)
    #expect(detector.model.intercept == 0)
    let chunk = ToyCorpus.chunk(seed: seed + 9, count: 12)
    for index in chunk.conversations.indices {
      let evidence = detector.explain(chunk, conversation: index, limit: .max)
      let sum = evidence.reduce(0) { $0 + $1.contribution }
      let margin = detector.model.margin(chunk, conversation: index)
      #expect((sum - margin).magnitude < 1e-9, "seed \(seed)")
      #expect(detector.scores(chunk, index).last == detector.model.calibration.probability(margin))
    }
  }

  @Test func theChosenPointIsOneOfTheGrid() throws {
    let chosen = try DetectorCatalogueTests.trained("complement-naive-bayes", seed: 1).parameters
    let alpha = try #require(chosen.first { $0.name == "alpha" })
    let norm = try #require(chosen.first { $0.name == "norm" })
    #expect(["0.1", "1.0", "10.0"].contains(alpha.value))
    #expect(["no", "yes"].contains(norm.value))
  }
}

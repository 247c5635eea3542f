import Testing

@testable import Detection

@Suite struct LogisticRegressionTests {
  private let training = ToyCorpus.examples(seed: 1, count: 60)
  private let validation = ToyCorpus.examples(seed: 2, count: 30)

  /// What the search chose, fitted without the search, is the same model to the last bit.
  @Test func aFitAtTheChosenPointIsTheTrainedModel() throws {
    let trained = try LogisticRegression.train(
      on: training, validation: validation, seed: 1, checkpoint: {})
    let chosen = Dictionary(uniqueKeysWithValues: trained.parameters.map { ($0.name, $0.value) })
    let fitted = try LogisticRegression.fit(
      on: training, validation: validation, cost: try #require(Double(chosen["C"] ?? "")),
      words: chosen["word-ngrams"] == "1" ? 1 : 2, seed: 1)
    #expect(fitted.encoded() == trained.encoded())
  }

  @Test func aFitTakesWhatItIsGiven() throws {
    let fitted = try LogisticRegression.fit(
      on: training, validation: validation, cost: 0.5, words: 2, seed: 1)
    #expect(fitted.name == "logistic-regression")
    let said = Set(fitted.parameters)
    #expect(said.isSuperset(of: [.init("C", "0.5"), .init("word-ngrams", "1-2")]))
  }

  @Test func aFitNeedsBothClasses() {
    var oneClass = training
    oneClass.items.removeAll { $0.isPositive }
    #expect(throws: DetectionError.missingClass(detector: "logistic-regression")) {
      try LogisticRegression.fit(on: oneClass, validation: validation, cost: 1, words: 1, seed: 1)
    }
  }
}

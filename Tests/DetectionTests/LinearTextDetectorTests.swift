import Chat
import Testing

@testable import Detection

/// What the linear detectors have in common: that they are one model behind two losses.
@Suite struct LinearTextDetectorTests {
  private func check<D: LinearTextDetector>(_ type: D.Type) throws {
    let detector = try D.train(
      on: ToyCorpus.examples(seed: 1, count: 60),
      validation: ToyCorpus.examples(seed: 2, count: 30),
      seed: 1, checkpoint: {})
    #expect(detector.name == D.plan.detector)
    #expect(detector.modelBytes == detector.encoded().count)
    #expect(detector.stateBytesCap == LinearTextModel.stateBytesCap)
    let chosen = Set(detector.parameters.map(\.name))
    #expect(chosen.contains("C") && chosen.contains("word-ngrams"))
    let chunk = ToyCorpus.chunk(seed: 3, count: 6)
    let again = try D.decode(detector.encoded())
    #expect(again.parameters == detector.parameters)
    for conversation in 0..<6 {
      #expect(
        detector.scores(chunk, conversation) == again.scores(chunk, conversation),
        "\(conversation): to the last bit")
    }
    let evidence = detector.explain(chunk, conversation: 0, limit: 3)
    #expect(evidence.count <= 3)
    #expect(
      evidence.allSatisfy { chunk.conversations[0].messages.contains($0.message - 1) })
  }

  @Test func theSupportVectorMachineKeepsItsModel() throws { try check(LinearSVM.self) }

  @Test func theLogisticRegressionKeepsItsModel() throws { try check(LogisticRegression.self) }

  /// What the search chose, fitted without the search, is the same model to the last bit.
  @Test func aFitAtTheChosenPointIsTheTrainedModel() throws {
    let training = ToyCorpus.examples(seed: 1, count: 60)
    let validation = ToyCorpus.examples(seed: 2, count: 30)
    let trained = try LinearSVM.train(on: training, validation: validation, seed: 1, checkpoint: {})
    let chosen = Dictionary(
      uniqueKeysWithValues: trained.parameters.map { ($0.name, $0.value) })
    let fitted = try LinearSVM.fit(
      on: training, validation: validation, cost: try #require(Double(chosen["C"] ?? "")),
      words: chosen["word-ngrams"] == "1" ? 1 : 2, seed: 1)
    #expect(fitted.encoded() == trained.encoded())
    let other = try LogisticRegression.fit(
      on: training, validation: validation, cost: 0.5, words: 1, seed: 1)
    #expect(other.parameters.contains { $0.name == "C" && $0.value == "0.5" })
    var oneClass = training
    oneClass.items.removeAll { $0.isPositive }
    #expect(throws: DetectionError.missingClass(detector: "linear-svm")) {
      try LinearSVM.fit(on: oneClass, validation: validation, cost: 1, words: 1, seed: 1)
    }
  }

  @Test func theTwoDifferInTheirLossAlone() {
    #expect(LinearSVM.plan.costs == LogisticRegression.plan.costs)
    #expect(LinearSVM.plan.orders == LogisticRegression.plan.orders)
    #expect(LinearSVM.plan.detector != LogisticRegression.plan.detector)
  }

  @Test func aModelOfTheOtherLossIsRefused() throws {
    let machine = try LinearSVM.train(
      on: ToyCorpus.examples(seed: 1, count: 40),
      validation: ToyCorpus.examples(seed: 2, count: 20),
      seed: 1, checkpoint: {})
    #expect(throws: DetectionError.self) { try LogisticRegression.decode(machine.encoded()) }
  }
}

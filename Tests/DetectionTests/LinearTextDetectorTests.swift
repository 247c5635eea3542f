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

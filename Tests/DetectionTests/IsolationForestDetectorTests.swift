import Chat
import Testing

@testable import Detection

@Suite struct IsolationForestDetectorTests {
  static let trained = Result {
    try IsolationForestDetector.train(
      on: BehaviourCorpus.examples(seed: 1, count: 120),
      validation: BehaviourCorpus.examples(seed: 2, count: 60), seed: 1, checkpoint: {})
  }

  @Test func wordsChangeNothing() throws {
    let detector = try Self.trained.get()
    let one = BehaviourCorpus.chunk(seed: 11, count: 10, wording: 1)
    let other = BehaviourCorpus.chunk(seed: 11, count: 10, wording: 2)
    for index in one.conversations.indices {
      #expect(detector.scores(one, index) == detector.scores(other, index))
    }
  }

  @Test func trainingLooksAtNoPositives() throws {
    func forest(_ seed: UInt64) throws -> IsolationForest {
      // Benign conversations stay, the positives are others; validation is the same.
      var training = BehaviourCorpus.examples(seed: 5, count: 40)
      training.items.removeAll { $0.isPositive }
      let others = BehaviourCorpus.chunk(seed: seed, count: 40)
      training.chunks.append(others)
      training.items += Examples([others]).items.filter(\.isPositive).map {
        Examples.Item(chunk: 1, conversation: $0.conversation, isPositive: true)
      }
      return try IsolationForestDetector.train(
        on: training, validation: BehaviourCorpus.examples(seed: 6, count: 20), seed: 1,
        checkpoint: {}
      ).forest
    }
    #expect(try forest(7) == forest(8))
  }

  @Test func strangeRhythmScoresAboveTheUsual() throws {
    let detector = try Self.trained.get()
    let chunk = BehaviourCorpus.chunk(seed: 3, count: 100, strength: 80)
    let scores = chunk.conversations.indices.map { detector.scores(chunk, $0).last ?? 0 }
    let area = areaUnderROC(scores, chunk.conversations.map { $0.label == .grooming })
    #expect(area > 0.85, "\(area)")
  }

  @Test func contributionsSumFromTheEmptyConversation() throws {
    let detector = try Self.trained.get()
    let chunk = BehaviourCorpus.chunk(seed: 4, count: 6)
    let row = ConversationBehaviour().row
    let empty = detector.forest.score(row.span) * detector.calibration.slope
    for index in chunk.conversations.indices {
      let evidence = detector.explain(chunk, conversation: index, limit: .max)
      let logOdds = evidence.reduce(empty + detector.calibration.intercept) {
        $0 + $1.contribution
      }
      let score = try #require(detector.scores(chunk, index).last)
      #expect((Elementary.logistic(logOdds) - score).magnitude < 1e-9)
      #expect(evidence.allSatisfy { $0.terms.isEmpty })
    }
  }
}

import Chat
import Testing

@testable import Detection

@Suite struct BehaviourBoostingTests {
  static let trained = Result {
    try BehaviourBoosting.train(
      on: BehaviourCorpus.examples(seed: 1, count: 120),
      validation: BehaviourCorpus.examples(seed: 2, count: 60), seed: 1, checkpoint: {})
  }

  @Test(arguments: [UInt64(11), 12, 13])
  func otherWordsOfTheSameLengthsGiveTheSameBits(_ seed: UInt64) throws {
    let detector = try Self.trained.get()
    let one = BehaviourCorpus.chunk(seed: seed, count: 20, wording: 1)
    let other = BehaviourCorpus.chunk(seed: seed, count: 20, wording: 2)
    #expect(one.messages.text != other.messages.text)
    for index in one.conversations.indices {
      #expect(
        detector.scores(one, index).map(\.bitPattern)
          == detector.scores(other, index).map(\.bitPattern), "seed \(seed)")
    }
  }

  @Test func trainingReadsNoWordsEither() throws {
    func model(_ wording: UInt64) throws -> [UInt8] {
      try BehaviourBoosting.train(
        on: BehaviourCorpus.examples(seed: 5, count: 30, wording: wording),
        validation: BehaviourCorpus.examples(seed: 6, count: 20, wording: wording), seed: 1,
        checkpoint: {}
      ).encoded()
    }
    #expect(try model(1) == model(2))
  }

  @Test func rhythmIsFoundWhereItTellsTheClasses() throws {
    let detector = try Self.trained.get()
    let chunk = BehaviourCorpus.chunk(seed: 3, count: 100)
    let scores = chunk.conversations.indices.map { detector.scores(chunk, $0).last ?? 0 }
    let area = areaUnderROC(scores, chunk.conversations.map { $0.label == .grooming })
    #expect(area > 0.9, "\(area)")
  }

  @Test func contributionsSumFromTheEmptyConversation() throws {
    let detector = try Self.trained.get()
    let chunk = BehaviourCorpus.chunk(seed: 4, count: 10)
    let empty = detector.trees.margin(ConversationBehaviour().row.span)
    for index in chunk.conversations.indices {
      let evidence = detector.explain(chunk, conversation: index, limit: .max)
      #expect(evidence.count == chunk.conversations[index].messages.count)
      let margin = evidence.reduce(empty) { $0 + $1.contribution }
      let score = try #require(detector.scores(chunk, index).last)
      #expect((detector.calibration.probability(margin) - score).magnitude < 1e-9)
      for item in evidence {
        #expect(item.terms.count <= 1)
        #expect(item.terms.allSatisfy(ConversationBehaviour.features.contains))
        #expect(item.contribution == 0 || item.terms.count == 1)
      }
    }
  }

  @Test func everyViewIsOpen() {
    #expect(BehaviourBoosting.entry.views == View.allCases)
  }
}

import Chat
import Testing
import TextFeatures

@testable import Detection

@Suite struct StageHMMTests {
  static let trained = Result { try train(hasStages: true) }

  private static func train(hasStages: Bool) throws -> StageHMM {
    try StageHMM.train(
      on: StageCorpus.examples(seed: 1, count: 120, hasStages: hasStages),
      validation: StageCorpus.examples(seed: 2, count: 60), seed: 1, checkpoint: {})
  }

  @Test func theOrderOfTopicsTellsTheClasses() throws {
    // Both classes have the same words in about the same numbers: only their order differs.
    let detector = try Self.trained.get()
    #expect(detector.stages == [.contact, .isolation, .approach])
    let chunk = StageCorpus.chunk(seed: 3, count: 100)
    let scores = chunk.conversations.indices.map { detector.scores(chunk, $0).last ?? 0 }
    let area = areaUnderROC(scores, chunk.conversations.map { $0.label == .grooming })
    #expect(area > 0.95, "\(area)")
  }

  @Test func thePathFollowsTheStages() throws {
    let detector = try Self.trained.get()
    let chunk = StageCorpus.chunk(seed: 4, count: 40)
    var (right, all) = (0, 0)
    for (index, conversation) in chunk.conversations.enumerated()
    where conversation.label == .grooming {
      let path = detector.stagePath(chunk, conversation: index)
      #expect(path.count == conversation.messages.count)
      for (stage, message) in zip(path, conversation.messages) {
        all += 1
        if stage.index == Int(chunk.messages.stage[message]) { right += 1 }
      }
    }
    #expect(Double(right) > 0.9 * Double(all), "\(right) of \(all)")
  }

  @Test func theScorerBelievesInTheStageItHasReached() throws {
    let detector = try Self.trained.get()
    let chunk = StageCorpus.chunk(seed: 5, count: 20)
    let scorer = detector.makeScorer()
    var (right, all) = (0, 0)
    for conversation in chunk.conversations {
      scorer.begin()
      #expect(scorer.stage == nil)
      for message in conversation.messages {
        let score = chunk.messages.withText(message) {
          scorer.observe(author: 0, time: nil, text: $0)
        }
        let belief = try #require(scorer.stage)
        #expect(belief.critical >= 0 && belief.critical <= score)
        if message == conversation.messages.last {
          let expected: Stage = conversation.label == .grooming ? .approach : .ordinary
          all += 1
          if belief.stage == expected { right += 1 }
          if belief.stage == .ordinary { #expect(belief.critical <= 0.5) }
        }
      }
    }
    #expect(right >= all * 8 / 10, "\(right) of \(all)")
  }

  @Test func withoutStagesThirdsStandForThem() throws {
    let detector = try Self.train(hasStages: false)
    #expect(detector.stages == [.contact, .rapport, .approach])
    let chunk = StageCorpus.chunk(seed: 6, count: 60)
    let scores = chunk.conversations.indices.map { detector.scores(chunk, $0).last ?? 0 }
    let area = areaUnderROC(scores, chunk.conversations.map { $0.label == .grooming })
    #expect(area > 0.95, "\(area)")
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func contributionsAndPriorSumToTheLogOdds(_ seed: UInt64) throws {
    let detector = try Self.trained.get()
    let chunk = StageCorpus.chunk(seed: seed + 20, count: 8)
    for index in chunk.conversations.indices {
      let evidence = detector.explain(chunk, conversation: index, limit: .max)
      let sum = evidence.reduce(detector.logPriorOdds) { $0 + $1.contribution }
      let margin = detector.margin(chunk, conversation: index)
      #expect((sum - margin).magnitude < 1e-9, "seed \(seed)")
      #expect(detector.scores(chunk, index).last == detector.calibration.probability(margin))
      #expect(evidence.contains { !$0.terms.isEmpty })
    }
  }

  @Test func termsPullInTheDirectionOfTheirMessage() throws {
    let detector = try Self.trained.get()
    let chunk = StageCorpus.chunk(seed: 30, count: 2)
    var state = StageHMM.State(detector)
    var signs: [[String: Bool]] = []
    for message in chunk.conversations[0].messages {
      chunk.messages.withText(message) { text in
        state.observe(text, detector)
        var sign: [String: Bool] = [:]
        for term in detector.emissions.hasher.terms(of: text) {
          sign[Tokenizer.term(text, term.range)] = state.logOdds(of: term.bucket, detector) > 0
        }
        signs.append(sign)
      }
    }
    for item in detector.explain(chunk, conversation: 0, limit: .max) {
      for term in item.terms {
        #expect(signs[item.message - 1][term] == (item.contribution >= 0), "\(item.message)")
      }
    }
  }
}

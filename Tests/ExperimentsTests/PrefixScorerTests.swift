import Chat
import Detection
import Evaluation
import Store
import Testing

@testable import Experiments

@Suite struct PrefixScorerTests {
  private func detector() throws -> any Detector {
    try DetectorCatalogue.train(
      "naive-bayes", on: Examples([Fixtures.chunk(0..<60, split: .train)]),
      validation: Examples([Fixtures.chunk(60..<90, split: .validation)]), seed: 1)
  }

  @Test func aReportIsOneDecision() throws {
    let chunk = Fixtures.chunk(0..<30, split: .test)
    let lens = ViewLens(.reported, salt: 1)
    let scorer = DetectorPrefixScorer(try detector(), lens)
    for (index, conversation) in chunk.conversations.enumerated() {
      let scores = scorer.score(chunk, conversation: index).trace.scores
      let reported = lens.reportedMessage(of: conversation)
      #expect(scores.count == conversation.messages.count)
      #expect(scores.prefix(reported - 1).allSatisfy { $0 == 0 })
      #expect(Set(scores.dropFirst(reported - 1)).count == 1)
      #expect(scores[reported - 1] > 0)
    }
  }

  @Test func aConversationWithoutMessagesHasNoScores() throws {
    var chunk = Chunk()
    chunk.close(Conversation(id: "empty"))
    for view in View.allCases {
      let scorer = DetectorPrefixScorer(try detector(), ViewLens(view, salt: 1))
      let said = scorer.score(chunk, conversation: 0)
      #expect(said.trace == PrefixTrace(scores: []))
      let row = said.prediction("empty", .threshold(0))
      #expect(row.score == 0 && row.alertMessage == nil)
    }
  }

  @Test func aFailedConversationIsNotRetrieved() {
    let said = ScoredConversation(trace: PrefixTrace(scores: [0.9]), outcome: .timeout)
    let row = said.prediction("c", .threshold(0))
    #expect(row.score == nil && row.alertMessage == nil && row.outcome == .timeout)
  }
}

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

  @Test func aDetectorOfStagesTellsOneAfterEveryMessage() throws {
    let chunk = Fixtures.chunk(0..<9, split: .test)
    let scorer = DetectorPrefixScorer(
      StagedDetector(base: try detector()), ViewLens(.full, salt: 1))
    for (index, conversation) in chunk.conversations.enumerated() {
      let said = scorer.score(chunk, conversation: index)
      // What the detector does with the score of another, of which it gives half.
      let expected = said.trace.scores.map { 2 * $0 < 0.5 ? Stage.rapport : .isolation }
      #expect(expected.count == conversation.messages.count)
      #expect(said.trace.stages == expected)
      #expect(said.trace.stage == expected.last)
      #expect(said.prediction(conversation.id, .threshold(0.5)).messageStages == expected)
    }
  }

  @Test func whoeverTellsNoStagesStoresNone() throws {
    let chunk = Fixtures.chunk(0..<9, split: .test)
    let plain = DetectorPrefixScorer(try detector(), ViewLens(.full, salt: 1))
    let row = plain.score(chunk, conversation: 0).prediction("c0", .threshold(0.5))
    #expect(row.messageStages == [] && row.messageScores.count == 6)
    // A report is one decision: nothing is told before it.
    let reported = DetectorPrefixScorer(
      StagedDetector(base: try detector()), ViewLens(.reported, salt: 1))
    let trace = reported.score(chunk, conversation: 0).trace
    #expect(trace.stages == [] && trace.stage != nil)
    var failed = ScoredConversation(trace: PrefixTrace(scores: [0.9]), outcome: .crash)
    failed.trace.stages = [.approach]
    #expect(failed.prediction("c", .threshold(0)).messageStages == [])
  }

  @Test func aRunKeepsTheStagesOfItsDetector() throws {
    try Fixtures.withTinyCorpus { workbench in
      let plan = RunPlan(corpus: "tiny", detectors: ["stage-hmm", "naive-bayes", "oracle"])
      let runs = try ExperimentRunner(workbench, plan: plan).run()
      #expect(runs.map(\.detector) == ["stage-hmm", "naive-bayes", "oracle"])
      for run in runs {
        let predictions = try workbench.predictions(run: run.id, withMessageScores: true)
        #expect(predictions.count == 60)
        for prediction in predictions {
          let expected = run.detector == "stage-hmm" ? prediction.messageScores.count : 0
          #expect(
            prediction.messageStages.count == expected,
            "\(run.detector): \(prediction.conversation)")
        }
      }
      let told = try workbench.predictions(run: runs[0].id, withMessageScores: true)
      // The classes differ in a sign, whose stage the detector has learnt.
      let grooming = try #require(told.first { $0.conversation == "c90" })
      #expect(grooming.messageStages.last == .isolation)
      let benign = try #require(told.first { $0.conversation == "c91" })
      #expect(!benign.messageStages.contains(.isolation))
    }
  }
}

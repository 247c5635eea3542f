import Chat
import Detection
import Evaluation
import Store
import Testing

@testable import Experiments

@Suite struct ExperimentRunnerTests {
  struct Stop: Error {}

  private func plan(_ detectors: [String] = ["naive-bayes", "oracle"]) -> RunPlan {
    RunPlan(corpus: "tiny", detectors: detectors, policies: ["threshold", "skepticism"])
  }

  @Test func everyConversationGetsOnePredictionPerRun() throws {
    try Fixtures.withTinyCorpus { workbench in
      let runs = try ExperimentRunner(workbench, plan: plan()).run()
      #expect(runs.count == 4)
      #expect(runs.allSatisfy { $0.status == .done })
      for run in runs {
        let predictions = try workbench.predictions(run: run.id, withMessageScores: true)
        #expect(predictions.count == 60, "30 of validation and 30 of test")
        for prediction in predictions {
          #expect(prediction.score == prediction.messageScores.last)
        }
        let metrics = try workbench.metrics(run: run.id)
        #expect(metrics.first { $0.name == "auroc" }?.value == 1, "\(run.detector)")
        #expect(metrics.first { $0.name == "f1" }?.count == 30)
      }
    }
  }

  @Test func aDoneRunIsReused() throws {
    try Fixtures.withTinyCorpus { workbench in
      let first = try ExperimentRunner(workbench, plan: plan()).run()
      var trained = 0
      let second = try ExperimentRunner(
        workbench, plan: plan(),
        report: { if case .training = $0 { trained += 1 } }
      ).run()
      #expect(trained == 0)
      #expect(first.map(\.id) == second.map(\.id))
    }
  }

  @Test func aRunThatWasCutOffGoesOnToTheSameResult() throws {
    let undisturbed = try Fixtures.withTinyCorpus { workbench in
      try results(workbench, ExperimentRunner(workbench, plan: plan()).run())
    }
    for stop in 1...4 {
      try Fixtures.withTinyCorpus { workbench in
        var left = stop
        let cut = try ExperimentRunner(
          workbench, plan: plan(),
          report: { event in
            guard case .scored = event else { return }
            left -= 1
            if left == 0 { throw Stop() }
          })
        #expect(throws: Stop.self) { try cut.run() }
        let runs = try ExperimentRunner(workbench, plan: plan()).run()
        #expect(try results(workbench, runs) == undisturbed, "cut off after \(stop) events")
      }
    }
  }

  @Test func aCorpusWithoutAClassIsRefused() throws {
    try Fixtures.withTinyCorpus { workbench in
      _ = try workbench.writeCorpus(
        CorpusRecord(name: "benign", contentSHA256: "", source: "jsonl")
      ) { writer in
        var chunk = Fixtures.chunk(1..<2, split: .train)
        chunk.conversations[0].label = .benign
        try writer.append(chunk)
        return String(repeating: "0", count: 64)
      }
      let runner = try ExperimentRunner(
        workbench, plan: RunPlan(corpus: "benign", detectors: ["naive-bayes"]))
      #expect(
        throws: ExperimentError.missingClass(
          corpus: "benign", split: "train", label: "grooming")
      ) { try runner.run() }
    }
  }

  @Test func anUnknownDetectorIsNamed() throws {
    try Fixtures.withTinyCorpus { workbench in
      let error = #expect(throws: ExperimentError.self) {
        try ExperimentRunner(workbench, plan: plan(["naive-bayse"]))
      }
      #expect(error?.description.contains("'naive-bayse'") == true)
    }
  }

  /// Everything that must not depend on what happened on the way.
  private func results(_ workbench: Workbench, _ runs: [RunRecord]) throws -> [String] {
    try runs.map { run in
      let predictions = try workbench.predictions(run: run.id, withMessageScores: true)
        .sorted { $0.conversation < $1.conversation }
      let metrics = try workbench.metrics(run: run.id)
      return "\(run.detector) \(run.policy) \(run.policyParameters) \(predictions) \(metrics)"
    }
  }
}

import Benchmarking
import Chat
import Detection
import Evaluation
import Foundation
import Store
import Testing

@testable import Experiments

@Suite struct ExperimentRunnerExternalTests {
  /// Runs naive-bayes beside a detector from elsewhere on the tiny corpus.
  private func run(
    _ shell: ShellDetector, in workbench: Workbench, _ folder: String,
    detectors: [String]? = nil, report: @escaping (ExperimentRunner.Event) throws -> Void = { _ in }
  ) throws -> [RunRecord] {
    let manifest = try shell.manifest(in: folder)
    var plan = RunPlan(corpus: "tiny", detectors: detectors ?? [manifest.name, "naive-bayes"])
    plan.externals = [manifest]
    return try ExperimentRunner(workbench, plan: plan, report: report).run()
  }

  private func with<T>(_ body: (Workbench, String) throws -> T) throws -> T {
    try Fixtures.withTinyCorpus { workbench in
      try Fixtures.inTemporaryFolder { try body(workbench, $0) }
    }
  }

  private func outcomes(_ run: RunRecord, _ workbench: Workbench) throws
    -> [PredictionOutcome: Int]
  {
    Dictionary(grouping: try workbench.predictions(run: run.id), by: \.outcome)
      .mapValues(\.count)
  }

  /// What the other detector's run comes to, which nothing may change.
  private func undisturbed() throws -> [PredictionRecord] {
    try Fixtures.withTinyCorpus { workbench in
      let plan = RunPlan(corpus: "tiny", detectors: ["naive-bayes"])
      let run = try #require(try ExperimentRunner(workbench, plan: plan).run().first)
      return try workbench.predictions(run: run.id, withMessageScores: true)
    }
  }

  @Test func aGoodOneIsFittedScoredAndTimedLikeAnyOther() throws {
    try with { workbench, folder in
      let reply = #"echo "{\"id\":$n,\"score\":$score,\"compute_ns\":500}""#
      let run = try #require(try run(ShellDetector(reply: reply), in: workbench, folder).first)
      #expect(run.status == .done)
      #expect(run.detectorKind == .external)
      #expect(run.detectorParameters == #"{"a":[2],"b":1}"#)
      #expect(run.policyParameters == #"{"threshold":0.5}"#)
      #expect(try outcomes(run, workbench) == [.ok: 60])
      #expect(try workbench.metrics(run: run.id).first { $0.name == "f1" }?.value == 1)
      let latency = try #require(try workbench.latency(run: run.id))
      let compute = try #require(try workbench.compute(run: run.id))
      #expect(latency.count == 480, "every message of validation and test")
      #expect(compute.maximum == 500)
      #expect(run.messagesPerSecond ?? 0 > 0)
      let facts = try workbench.facts(run: run.id)
      #expect(facts.first { $0.name == "version" }?.value == "1.2")
      #expect(facts.first { $0.name == "licence" }?.value == "MIT")
      #expect(facts.first { $0.name == "restarts" }?.value == "0")
    }
  }

  @Test func stagesOfOneFromElsewhereAreStored() throws {
    try with { workbench, folder in
      let reply = #"echo "{\"id\":$n,\"score\":$score,\"stage\":\"boundary-shift\"}""#
      let run = try #require(try run(ShellDetector(reply: reply), in: workbench, folder).first)
      let predictions = try workbench.predictions(run: run.id, withMessageScores: true)
      #expect(predictions.count == 60)
      for prediction in predictions {
        let count = prediction.messageScores.count
        #expect(prediction.messageStages == [Stage](repeating: .boundaryShift, count: count))
      }
    }
  }

  /// At the 40th conversation that a process begins, it goes wrong.
  static let rare = [
    ("hangs", "sleep 1000", PredictionOutcome.timeout, 1),
    ("crashes", "exit 3", .ok, 60),
    ("prints garbage", "echo garbage", .ok, 60),
    ("replies too early", #"echo '{"id":0,"score":0.5}'"#, .ok, 60),
    ("floods its log", "head -c 500000 /dev/zero | tr '\\0' x >&2", .ok, 60),
    ("leaves a child behind", "sleep 1000 & exit 1", .ok, 60),
  ]

  @Test(arguments: rare)
  func aRareFaultCostsAtMostItsConversation(
    _ name: String, _ fault: String, _ outcome: PredictionOutcome, _ count: Int
  ) throws {
    let expected = try undisturbed()
    try with { workbench, folder in
      var shell = ShellDetector(atBegin: "if [ $begun = 40 ]; then \(fault); fi")
      if outcome == .timeout { shell.limits = #""message_s": 5"# }
      let runs = try run(shell, in: workbench, folder)
      #expect(runs.map(\.detector) == ["shell", "naive-bayes"])
      let found = try outcomes(runs[0], workbench)
      #expect(found[outcome] == count)
      #expect(found.values.reduce(0, +) == 60)
      #expect(runs[0].status == (outcome == .ok ? .done : .partial))
      for prediction in try workbench.predictions(run: runs[0].id) where prediction.outcome != .ok {
        #expect(prediction.score == nil)
        #expect(prediction.alertMessage == nil)
      }
      #expect(try workbench.predictions(run: runs[1].id, withMessageScores: true) == expected)
      #expect(runs[1].status == .done)
    }
  }

  @Test(arguments: ["exit 3", "echo garbage", #"echo '{"id":0,"score":NaN}'"#])
  func whoAlwaysFailsHasAFailedRunThatIsListed(_ fault: String) throws {
    let expected = try undisturbed()
    try with { workbench, folder in
      var failures: [String] = []
      let runs = try run(ShellDetector(atMessage: fault), in: workbench, folder) {
        if case .failed(let name, let reason) = $0 { failures.append("\(name): \(reason)") }
      }
      #expect(runs.map(\.detector) == ["naive-bayes"])
      #expect(failures.count == 1)
      #expect(failures.first?.hasPrefix("shell: failed again after 5 restarts") == true)
      let listed = try workbench.runs()
      let failed = try #require(listed.first { $0.detector == "shell" })
      #expect(failed.status == .failed)
      #expect(failed.error?.contains("5 restarts") == true)
      #expect(try outcomes(failed, workbench)[.crash] == 3)
      #expect(try workbench.metrics(run: failed.id).isEmpty)
      let other = try #require(listed.first { $0.detector == "naive-bayes" })
      #expect(try workbench.predictions(run: other.id, withMessageScores: true) == expected)
    }
  }

  @Test func moreThanFiveInAHundredWithoutAScoreIsAFailure() throws {
    try with { workbench, folder in
      // Fails in every process at its 13th conversation, and again on the second try.
      let fault = #"""
        case "$line" in *'"at_ms":0,'*) if [ -e at-13 ]; then rm at-13; exit 1; fi ;; esac
        if [ $begun = 13 ] && [ $n = 0 ]; then touch at-13; exit 1; fi
        """#
      let runs = try run(ShellDetector(atMessage: fault), in: workbench, folder)
      #expect(runs.map(\.detector) == ["naive-bayes"])
      let failed = try #require(try workbench.runs().first { $0.detector == "shell" })
      #expect(failed.status == .failed)
    }
  }

  @Test func aMissingPackageIsSkippedAndTheOthersRun() throws {
    try with { workbench, folder in
      var skipped: [String] = []
      let start = "echo 'numpy is missing' >&2; exit 69"
      let runs = try run(ShellDetector(atStart: start), in: workbench, folder) {
        if case .skipped(let name, let reason) = $0 { skipped.append("\(name): \(reason)") }
      }
      #expect(skipped == ["shell: numpy is missing"])
      #expect(runs.map(\.detector) == ["naive-bayes"])
      #expect(try workbench.runs().map(\.detector) == ["naive-bayes"])
    }
  }

  @Test func aStartThatFailsIsListedToo() throws {
    try with { workbench, folder in
      let runs = try run(ShellDetector(atStart: "exit 5"), in: workbench, folder)
      #expect(runs.map(\.detector) == ["naive-bayes"])
      let failed = try #require(try workbench.runs().first { $0.detector == "shell" })
      #expect(failed.status == .failed)
      #expect(failed.error?.contains("status 5") == true)
    }
  }

  @Test func aDoneRunIsReusedUntilTheDetectorChanges() throws {
    try with { workbench, folder in
      let first = try run(ShellDetector(), in: workbench, folder, detectors: ["shell"])
      let again = try run(ShellDetector(), in: workbench, folder, detectors: ["shell"])
      #expect(first.map(\.id) == again.map(\.id))
      let newer = try run(
        ShellDetector(version: "1.3"), in: workbench, folder, detectors: ["shell"])
      #expect(newer.map(\.id) != first.map(\.id))
    }
  }

  @Test func aRunThatFailedIsTriedAnew() throws {
    try with { workbench, folder in
      let fault = "if [ ! -e mended ]; then exit 3; fi"
      let shell = ShellDetector(atMessage: fault)
      #expect(try run(shell, in: workbench, folder, detectors: ["shell"]).isEmpty)
      try Data().write(to: URL(fileURLWithPath: folder + "/mended"))
      let runs = try run(shell, in: workbench, folder, detectors: ["shell"])
      #expect(runs.first?.status == .done)
      #expect(runs.first?.error == nil)
      #expect(try workbench.runs().count == 1)
    }
  }

  @Test func aRunThatWasCutOffGoesOn() throws {
    struct Stop: Error {}
    try with { workbench, folder in
      var left = 45
      #expect(throws: Stop.self) {
        try run(ShellDetector(), in: workbench, folder, detectors: ["shell"]) { event in
          guard case .scored = event else { return }
          left -= 1
          if left == 0 { throw Stop() }
        }
      }
      let open = try #require(try workbench.runs().first)
      let before = try workbench.predictedConversations(run: open.id).count
      #expect(before == 38, "30 of validation and one part of test")
      let runs = try run(ShellDetector(), in: workbench, folder, detectors: ["shell"])
      #expect(runs.map(\.id) == [open.id])
      #expect(try outcomes(runs[0], workbench) == [.ok: 60])
    }
  }
}

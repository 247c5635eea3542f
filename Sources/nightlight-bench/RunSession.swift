import Chat
import CommandLineKit
import Evaluation
import Experiments
import Store

/// Runs plans for a person: progress while it lasts, a table or JSON at the end.
struct RunSession {
  private let common: CommonOptions
  private let log: DetectorLog

  init(_ common: CommonOptions, log: DetectorLog) { (self.common, self.log) = (common, log) }

  /// Runs one plan and prints its runs; exits with 5 where a contestant failed.
  func run(_ plan: RunPlan, in workbench: Workbench) throws {
    var failures = 0
    var skipped = 0
    var line = ProgressLine("Scoring", unit: "conversations", quiet: common.isQuiet)
    let runner = try ExperimentRunner(workbench, plan: plan) { event in
      try Interruption.check()
      switch event {
      case .scored(_, let conversations): line.advance(by: conversations)
      case .trained(let name, let seconds):
        line.finish()
        common.note("Trained \(name) in \(decimals(seconds, 1)) s.")
      case .failed(let name, let reason):
        line.finish()
        failures += 1
        common.note("Left out \(name): \(reason).")
      case .leftOut(let name, let reason): common.note("\(name): left out, \(reason).")
      case .skipped(let name, let reason):
        line.finish()
        skipped += 1
        common.note("Skipped \(name): \(reason).")
      case .timedExternal(let name, let timing, let text):
        line.finish()
        if let words = timing.words { common.note("A message takes \(name) \(words).") }
        try log.keep(text, of: name)
      case .reused, .training, .timing, .finished: break
      }
    }
    let runs = try runner.run()
    line.finish()
    try print(runs, in: workbench)
    if failures > 0, plan.detectors.count > failures + skipped || runs.isEmpty {
      throw ExitCode.partial
    }
  }

  private func print(_ runs: [RunRecord], in workbench: Workbench) throws {
    if common.wantsJSON {
      let objects = try runs.map { try $0.json(metrics: workbench.metrics(run: $0.id)) }
      return try printLine(JSONText.array(objects).text)
    }
    guard !runs.isEmpty else { return }
    let rows = try runs.map { run in
      let metrics = try workbench.metrics(run: run.id)
      return ["\(run.id)", run.detector, run.policy, run.split.rawValue]
        + RunRecord.headline.map { name in
          metrics.first { $0.name == name }?.value.map { decimals($0, 3) } ?? "—"
        }
    }
    let table = TextTable(
      ["run", "detector", "policy", "split"] + RunRecord.headline,
      right: [0] + Array(4..<(4 + RunRecord.headline.count)), rows)
    try printLine(table.text)
  }
}

import Benchmarking
import Chat
import Evaluation
import Experiments
import Store

/// The scores of detection on one corpus, through the same code as `nightlight-bench run`.
struct QualityRun {
  private var values: [String: [String: Double]] = [:]
  private var counts: [String: Int] = [:]

  /// Trains, fits, scores and evaluates detectors on the test split of a corpus in a database.
  init(_ detectors: [String], database: String, corpus: String) throws {
    let workbench = try Workbench(path: database)
    let plan = RunPlan(corpus: corpus, detectors: detectors)
    let runner = try ExperimentRunner(workbench, plan: plan) { event in
      if case .failed(let name, let reason) = event {
        throw ComparisonError.failed(contestant: name, reason: reason)
      }
    }
    for run in try runner.run() {
      counts[run.detector] = try workbench.evaluated(run: run.id, split: run.split).count
      values[run.detector] = Dictionary(
        try workbench.metrics(run: run.id).compactMap { metric in
          metric.value.map { (metric.name, $0) }
        }, uniquingKeysWith: { $1 })
    }
  }

  /// The figure of a case; nil where the metric has no meaning, such as a delay without an alert.
  ///
  /// - Throws: `ComparisonError.wrongAnswer` where another number of conversations was scored.
  func value(of item: BenchmarkCase) throws -> Double? {
    let detector = item.detector ?? ""
    let count = counts[detector] ?? 0
    guard count == item.expected else {
      throw ComparisonError.wrongAnswer(
        contestant: item.name, expected: "\(item.expected ?? 0) conversations",
        found: "\(count)")
    }
    let metric =
      switch item.measure {
      case .averagePrecision: "average_precision"
      case .fLatency: "f_latency"
      case .delay: "delay_median"
      default: item.measure?.rawValue ?? ""
      }
    return values[detector]?[metric]
  }
}

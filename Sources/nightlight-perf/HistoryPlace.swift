import Benchmarking
import CommandLineKit

/// Where the history and the decisions about it are.
struct HistoryPlace {
  @Option(help: "The file of figures over commits.")
  var history: String = "Datasets/history/perf.jsonl"
  @Option(help: "The file of decisions about changes.")
  var states: String = "Datasets/history/states.jsonl"
}

extension HistoryPlace {
  /// Names of the cases whose worsening against a base was accepted, or found to be noise, here.
  func accepted(base: String) throws -> Set<String> {
    let environment = MachineEnvironment.current.fingerprint
    let read = try PerformanceState.read(path: states)
    return Set(
      read.map(\.name).filter { name in
        let decision = PerformanceState.decision(
          on: name, base: base, environment: environment, in: read)
        return decision.map { $0.state != .fixed } ?? false
      })
  }
}

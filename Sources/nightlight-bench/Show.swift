import Chat
import CommandLineKit
import Evaluation
import Experiments
import Store

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a run with all its metrics.")

  @Argument(help: "The run's number.") var number: Int
  @OptionGroup var common = CommonOptions()

  func run() throws {
    let workbench = try Workbench.existing(at: common.databasePath)
    let record = try workbench.run(id: number)
    let metrics = try workbench.metrics(run: number)
    let facts = try workbench.facts(run: number)
    if common.wantsJSON {
      return try printLine(
        record.json(
          metrics: metrics, facts: facts, latency: ExternalTiming(of: number, in: workbench)
        ).text)
    }
    try printLine(
      """
      run \(record.id): \(record.detector), \(record.policy), \(record.corpus) / \
      \(record.split.rawValue), \(record.status.rawValue)
      parameters \(record.detectorParameters)
      \(
        record.detectorKind == .imported
          ? "self-reported: these results were made elsewhere; nothing of them was measured here"
          : "policy     \(record.policyParameters), fitted on validation for \(record.objective)")
      key        \(record.key)
      """)
    if let error = record.error { try printLine("failed     it \(error)") }
    for fact in facts { try printLine("\(fact.name): \(fact.value)") }
    let timing = try ExternalTiming(of: number, in: workbench)
    if record.detectorKind == .external, let words = timing.words {
      try printLine("a message takes \(words)")
    }
    try printLine("")
    let rows = metrics.map { metric in
      [
        metric.name, metric.value.map { decimals($0, 4) } ?? "—",
        metric.low.map { decimals($0, 4) } ?? "", metric.high.map { decimals($0, 4) } ?? "",
        grouped(metric.count), metric.isUndefined ? "undefined" : "",
      ]
    }
    let table = TextTable(
      ["metric (unit: conversation)", "value", "low", "high", "n", ""], right: [1, 2, 3, 4], rows)
    try printLine(table.text)
  }
}

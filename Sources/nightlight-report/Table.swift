public import CommandLineKit
public import Reports
import Store

extension TableFormat: ExpressibleByArgument {}

struct Table: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table", abstract: "Print the leaderboard.",
    discussion: """
      Rows are the latest finished run per detector, policy and view, ordered by F-latency from onset
      (by F1 where the corpus knows no onset). JSON is one object for one track and an array else.
      """)
  @OptionGroup var common = CommonOptions()
  @Option(help: "The corpus; all without it.") var corpus: String?
  @Option(help: "The split; every one that has runs without it.") var split: String?
  @Option(help: "The format; --json is the same as json.") var format: TableFormat?

  func validate() throws {
    try checkSplit(split)
    if common.wantsJSON, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) exclude each other.")
    }
  }

  func run() throws {
    let workbench = try ReportData.openWorkbench(at: common.databasePath)
    let data = try ReportData.gather(
      from: workbench, corpus: corpus, split: split, depth: .tables, version: suiteVersion
    ) { _ in try Interruption.check() }
    let tables = data.corpora.flatMap { corpus in
      corpus.tracks.map { LeaderboardTable(corpus: corpus.record.name, track: $0) }
    }
    if tables.isEmpty {
      common.note("No finished run yet: 'nightlight-bench run' makes some.")
    }
    let chosen = format ?? (common.wantsJSON ? .json : .markdown)
    let text = LeaderboardTable.text(of: tables, format: chosen)
    if !text.isEmpty { try printLine(String(text.dropLast())) }
  }
}

/// Refuses a split that no corpus can have, with the nearest one.
func checkSplit(_ split: String?) throws {
  guard let split, !ReportData.splitNames.contains(split) else { return }
  throw ValidationError(unknown("split", split, among: ReportData.splitNames))
}

/// The sentence for a value that is not in a fixed list.
func unknown(_ what: String, _ value: String, among names: [String]) -> String {
  let suggestion = nearest(to: value, among: names).map { " Did you mean '\($0)'?" } ?? ""
  return "Unknown \(what) '\(value)'.\(suggestion) There are: \(names.joined(separator: ", "))."
}

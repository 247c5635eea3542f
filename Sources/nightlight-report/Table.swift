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
      --metrics prints a short table in Markdown instead: these metrics, of one corpus, ordered by
      the first; 'auroc@iid' is the metric on another track.

      --spread is about seeds instead: over the corpora that were generated from one recipe it prints
      mean, standard deviation between corpus seeds and between training seeds, least and most, per
      detector and metric. --corpus then chooses the recipe of that corpus.

      --slices prints false alarms per 1,000 benign conversations by locale, kind, length and number
      of authors.
      """)
  @OptionGroup var common = CommonOptions()
  @Option(help: "The corpus; all without it.") var corpus: String?
  @Option(help: "The split; every one that has runs without it.") var split: String?
  @Option(help: "The format; --json is the same as json.") var format: TableFormat?
  @Option(help: "A file that --format json wrote; it takes the place of the database.")
  var data: String?
  @Option(help: "These policies alone, joined by commas.") var policies: String?
  @Option(help: "These views alone, joined by commas.") var views: String?
  @Option(help: "A short table of these metrics, joined by commas.") var metrics: String?
  @Flag(help: "The spread over seeds of corpora and of training.") var spread = false
  @Flag(help: "False alarms by slices of the corpus.") var slices = false

  func validate() throws {
    try checkSplit(split)
    if common.wantsJSON, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) exclude each other.")
    }
    if spread || slices, data != nil {
      throw ValidationError("--spread and --slices need the runs of a database: leave --data out.")
    }
    guard [spread, slices, metrics != nil && !spread].count(where: { $0 }) < 2 else {
      throw ValidationError("--slices, --spread and --metrics are tables of their own: choose one.")
    }
    if let metrics {
      guard spread || !common.wantsJSON && (format ?? .markdown) == .markdown else {
        throw ValidationError("--metrics prints Markdown: leave --format and --json out.")
      }
      guard !spread || !metrics.contains("@") else {
        throw ValidationError("--spread is about one split: no metric with '@'.")
      }
      do { _ = try SummaryTable.columns(metrics, tracks: []) } catch {
        throw ValidationError(error.description)
      }
    }
  }

  func run() throws {
    let text = try text()
    if !text.isEmpty { try printLine(String(text.dropLast())) }
  }

  /// What the command prints, ending in a newline; empty without a finished run.
  func text() throws -> String {
    func list(_ text: String?) -> [String]? { text?.split(separator: ",").map(String.init) }
    let format = format ?? (common.wantsJSON ? .json : .markdown)
    if spread {
      let workbench = try ReportData.openWorkbench(at: common.databasePath)
      let tables = try SeedSpreadTable.gather(
        from: workbench, corpus: corpus, split: split ?? "test", policies: list(policies),
        views: list(views)
      ) { try Interruption.check() }
      if tables.isEmpty {
        common.note("No finished run on a generated corpus yet: 'make leaderboard' makes some.")
      }
      let metrics = try metrics.map { try SummaryTable.columns($0, tracks: []).map(\.metric) }
      return SeedSpreadTable.text(of: tables, format: format, metrics: metrics)
    }
    let all = try reportData(
      from: data, or: common, corpus: corpus, split: split, depth: .tables)
    let found = all.keeping(policies: list(policies), views: list(views))
    if slices {
      let workbench = try ReportData.openWorkbench(at: common.databasePath)
      return try found.slices(from: workbench, format: format) { try Interruption.check() }
    }
    let tables = found.corpora.flatMap { corpus in
      corpus.tracks.map { LeaderboardTable(corpus: corpus.record.name, track: $0) }
    }
    if tables.isEmpty {
      let hadRuns = all.corpora.contains { !$0.tracks.isEmpty }
      common.note(
        hadRuns
          ? "No finished run has these policies and views."
          : "No finished run yet: 'nightlight-bench run' makes some.")
    }
    if let metrics {
      let corpora = found.corpora.filter { !$0.tracks.isEmpty }
      guard let corpus = corpora.first else { return "" }
      guard corpora.count == 1 else {
        throw ReportError.ambiguousCorpus(corpora.map(\.record.name))
      }
      let columns = try SummaryTable.columns(metrics, tracks: corpus.tracks.map(\.name))
      return SummaryTable(corpus, columns: columns).markdown
    }
    return LeaderboardTable.text(of: tables, format: format)
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

import Benchmarking
import CommandLineKit
import Experiments
import Store

/// `nightlight-perf changes`: which commit made it worse, and which better.
struct Changes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "Name the commits at which a case changed its level, in both directions.",
    discussion: """
      The history is cut into levels, case by case and environment by environment, along the first
      parents of HEAD. Quality is exact: every change of a score is a step. A step stays listed after
      a later one brought the level back; then its state is 'fixed'. Ends with 2 where a step is open
      and worse, 4 where open ones are only better. Figures of other branches are left out; those of
      commits that git does not know here stand by their date.
      --accept, --noise and --fixed write a decision about the step whose old level ends at --base.
      With --db the history and its steps are put into that database, in place of earlier ones.
      """)

  @OptionGroup var choice = HistoryChoice()
  @OptionGroup var decision = ChangeDecision()
  @OptionGroup var common = CommonOptions()

  func validate() throws { try decision.validate() }

  func run() throws {
    let history = try WatchedHistory(choice, common: common)
    if decision.isGiven {
      let sentence = try decision.write(about: history, choice)
      return try printLine(
        common.wantsJSON ? JSONText.object([("decision", .string(sentence))]).text : sentence)
    }
    if let path = common.givenDatabasePath {
      let workbench = try Workbench(path: path)
      try workbench.replacePerformance(
        points: history.points, series: history.all.map(\.series),
        changes: history.all.flatMap(\.changes))
      common.note("The history and its steps are in \(path).")
    }
    let table = ChangeTable(watched: history.chosen)
    try printLine(common.wantsJSON ? table.json.text : table.text)
    if table.status != .success { throw table.status }
  }
}

import CommandLineKit
import Reports
import Store

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compare two runs metric by metric.",
    discussion: """
      Both runs must be of one corpus and split; 'nightlight-bench runs' lists them. Differences stand
      with their paired 95 % interval, p and the p corrected over the table (Holm); then McNemar's
      test on the decisions, DeLong's on AUROC, and the scenarios on which the runs disagree.
      """)

  @Argument(help: "The first run's number.") var first: Int
  @Argument(help: "The second run's number.") var second: Int
  @OptionGroup var common = CommonOptions()

  func run() throws {
    let workbench = try ReportData.openWorkbench(at: common.databasePath)
    let comparison = try RunComparison(first, second, in: workbench)
    try printLine(common.wantsJSON ? comparison.json : comparison.text)
  }
}

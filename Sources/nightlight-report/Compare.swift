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
      --output writes the same as a page.
      """)

  @Argument(help: "The first run's number.") var first: Int
  @Argument(help: "The second run's number.") var second: Int
  @OptionGroup var common = CommonOptions()
  @Option(help: "A page to write, ending in .html; - prints it.") var output: String?

  func validate() throws {
    guard let output, output != "-", !output.lowercased().hasSuffix(".html") else { return }
    throw ValidationError("--output must end in .html, or be -.")
  }

  func run() throws {
    let workbench = try ReportData.openWorkbench(at: common.databasePath)
    let comparison = try RunComparison(first, second, in: workbench)
    switch output {
    case "-"?: try printLine(String(comparison.page(version: suiteVersion).dropLast()))
    case let path?:
      try comparison.writePage(to: path, version: suiteVersion)
      if common.wantsJSON {
        try printLine(comparison.json)
      } else {
        common.note("The comparison:")
        try printLine(path)
      }
    case nil: try printLine(common.wantsJSON ? comparison.json : comparison.text)
    }
  }
}

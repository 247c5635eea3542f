import CommandLineKit
import Reports

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Write the report as a page with figures and tables.",
    discussion: """
      The folder gets index.html, figures (svg, png, data, script) and tables (md, csv, latex, json).
      An earlier report in it is replaced as a whole when the new one is complete; a folder that
      holds anything else is refused.
      """)
  @OptionGroup var common = CommonOptions()
  @Option(help: "The folder of the report.") var output: String
  @Option(help: "The corpus to report on; all without it.") var corpus: String?

  func validate() throws {
    if output == "-" { throw ValidationError("A report is a folder: --output needs a path.") }
    if output.isEmpty { throw ValidationError("--output needs a path.") }
  }

  func run() throws {
    let workbench = try ReportData.openWorkbench(at: common.databasePath)
    var line = ProgressLine("Reporting", unit: "steps", quiet: common.isQuiet)
    defer { line.finish() }
    let data = try ReportData.gather(from: workbench, corpus: corpus, version: suiteVersion) { _ in
      try Interruption.check()
      line.advance()
    }
    let page = try ReportBuilder().build(data, into: output) { _ in
      try Interruption.check()
      line.advance()
    }
    line.finish()
    if common.wantsJSON {
      try printLine(ReportBuilder.summary(of: data, page: page))
    } else {
      common.note("The report:")
      try printLine(page)
    }
  }
}

import CommandLineKit
import Reports

@main struct NightlightReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nightlight-report",
    abstract: "Tables, figures and pages from stored results; runs no detector.",
    version: suiteVersion,
    subcommands: [Build.self, Table.self, Compare.self, DrawPlot.self, Splice.self])

  static func exitStatus(for error: any Error) -> ExitCode {
    switch error as? ReportError {
    case .outdatedPage: .regression
    case .invalidPage, .invalidTables: .invalidContent
    default: .failure
    }
  }
}

import CommandLineKit

@main struct NightlightReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nightlight-report",
    abstract: "Tables, figures and pages from stored results; runs no detector.",
    version: suiteVersion, subcommands: [Build.self, Table.self, Compare.self, DrawPlot.self])
}

import CommandLineKit
import Reports

struct DrawPlot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot", abstract: "Draw one figure.",
    discussion: """
      Figures: \(names.joined(separator: ", ")).
      They show the threshold policy, or another one for a detector that has no run with it.
      """)
  private static let names = ReportPlot.allCases.map(\.rawValue)

  @OptionGroup var common = CommonOptions()
  @Option(help: "The picture, ending in .svg or .png; - prints SVG.") var output: String
  @Option(help: "The corpus; without it the only one with results.") var corpus: String?
  @Option(help: "The split.") var split: String = "test"
  @Argument(help: "The name of the figure.") var name: String

  func validate() throws {
    guard Self.names.contains(name) else {
      throw ValidationError(unknown("figure", name, among: Self.names))
    }
    try checkSplit(split)
    let end = output.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard output == "-" || ["svg", "png"].contains(end) else {
      throw ValidationError("--output must end in .svg or .png, or be -.")
    }
  }

  func run() throws {
    let workbench = try ReportData.openWorkbench(at: common.databasePath)
    let data = try ReportData.gather(
      from: workbench, corpus: corpus, split: split, version: suiteVersion
    ) { _ in try Interruption.check() }
    let (corpus, track) = try data.onlyTrack(split: split)
    guard let plot = ReportPlot(rawValue: name) else { return }
    if output == "-" {
      try printLine(plot.svg(corpus: corpus, track: track))
    } else {
      try plot.write(corpus: corpus, track: track, to: output)
      if common.wantsJSON { try printLine(ReportBuilder.summary(of: data, page: output)) }
    }
  }
}

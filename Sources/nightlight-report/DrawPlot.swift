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
  @Option(help: "A file that 'table --format json' wrote, for f-latency and latency.")
  var data: String?
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
    let found = try found()
    let (corpus, track) = try found.onlyTrack(split: split)
    guard let plot = ReportPlot(rawValue: name) else { return }
    if output == "-" {
      try printLine(plot.svg(corpus: corpus, track: track))
    } else {
      try plot.write(corpus: corpus, track: track, to: output)
      if common.wantsJSON { try printLine(ReportBuilder.summary(of: found, page: output)) }
    }
  }

  /// The picture as it stands in a page, drawn first unless it is only to be checked.
  func spliced(draw: Bool) throws -> String {
    let (corpus, track) = try found().onlyTrack(split: split)
    guard let plot = ReportPlot(rawValue: name) else { return "" }
    if draw { try plot.write(corpus: corpus, track: track, to: output) }
    return SplicedFigure(
      plot: plot.plot(corpus: corpus, track: track), path: output, picture: try bytes(of: output)
    ).markdown
  }

  private func found() throws -> ReportData {
    try reportData(from: data, or: common, corpus: corpus, split: split, depth: .everything)
  }
}

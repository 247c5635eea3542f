import Benchmarking
import CommandLineKit
import Experiments
import Reports

/// `nightlight-perf history`: every case over the commits, as pictures on a page.
struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Draw every case over the commits with its levels and steps.",
    discussion: """
      The folder gets index.html and, for every case, a picture (svg, png), its data (tsv) and the
      gnuplot script that draws it. An earlier history in it is replaced as a whole when the new one
      is complete; a folder that holds anything else is refused.
      """)

  @Option(help: "The folder of the pictures.") var output: String
  @OptionGroup var choice = HistoryChoice()
  @OptionGroup var common = CommonOptions()

  func validate() throws {
    if output.isEmpty || output == "-" {
      throw ValidationError("The pictures need a folder: --output is a path.")
    }
  }

  func run() throws {
    let history = try WatchedHistory(choice, common: common)
    guard !history.chosen.isEmpty else {
      throw HistoryFailure(
        "\(choice.place.history): no figure to draw; 'nightlight-perf record' adds some")
    }
    var line = ProgressLine(
      "Drawing", unit: "cases", total: history.chosen.count, quiet: common.isQuiet)
    defer { line.finish() }
    let page = try HistoryBuilder().build(history.chosen, into: output, command: command) { _ in
      try Interruption.check()
      line.advance()
    }
    line.finish()
    let summary = JSONText.object([
      ("output", .string(page)), ("cases", .integer(history.chosen.count)),
    ])
    try printLine(common.wantsJSON ? summary.text : page)
  }

  private var command: String {
    "nightlight-perf history --output DIR"
      + (choice.name.map { " --case '\($0)'" } ?? "")
      + (choice.environment.map { " --environment \($0)" } ?? "")
  }
}

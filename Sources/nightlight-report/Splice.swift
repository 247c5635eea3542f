import CommandLineKit
import Foundation
import Reports

struct Splice: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "splice", abstract: "Fill a Markdown page from the commands that stand in it.",
    discussion: """
      A mark is a line '<!-- nightlight-report table … -->' or '<!-- nightlight-report plot … -->';
      what its command prints, or the picture that it draws, replaces what stands between it and
      the next '<!-- end -->'. Paths in a mark are relative to the page. With a file that
      'table --format json' wrote, --data makes a mark that needs no database. A mark that cannot
      be followed is an error with its line, and nothing is written.

      --check writes and draws nothing: it ends with status 2 where the page is not what its marks
      make, or a picture is not the one that was drawn from these numbers.
      """)

  @OptionGroup var common = CommonOptions()
  @Flag(help: "Say whether the page is what its marks make; write nothing.") var check = false
  @Argument(help: "The page.") var page: String

  func run() throws {
    let text = String(decoding: try bytes(of: page), as: UTF8.self)
    let splice = try PageSplice(text, path: page)
    // All marks are read before the first is followed, and tables come before pictures, which are
    // drawn where they stay: a wrong mark changes nothing.
    let commands = try splice.marks.map { ($0, try command(of: $0)) }
      .sorted { $0.0.words[0] > $1.0.words[0] }
    let target = URL(fileURLWithPath: page)
    guard FileManager.default.changeCurrentDirectoryPath(target.deletingLastPathComponent().path)
    else { throw FileFailure(path: page, number: ENOTDIR) }
    var answers: [Int: String] = [:]
    for (mark, command) in commands {
      try Interruption.check()
      do {
        answers[mark.line] = try command()
      } catch let interrupted as Interrupted {
        throw interrupted
      } catch {
        throw ReportError.invalidPage(path: page, line: mark.line, reason: "\(error)")
      }
    }
    func answer(_ mark: PageSplice.Mark) -> String { answers[mark.line] ?? "" }
    if check {
      try splice.check(answer)
      common.note("\(page): \(splice.marks.count) marks, all as their commands make them.")
      return
    }
    let filled = splice.filled(answer)
    var output = try FileOutput(path: target.path)
    try output.write(Array(filled.utf8))
    try output.commit()
    common.note("\(page): \(splice.marks.count) marks filled.")
  }

  /// What a mark's command does, from its own words.
  private func command(of mark: PageSplice.Mark) throws -> () throws -> String {
    let words = Array(mark.words.dropFirst())
    do {
      switch mark.words.first {
      case "table":
        let table = try Table.parse(words)
        return { try table.text() }
      case "plot":
        let plot = try DrawPlot.parse(words)
        guard plot.output != "-" else { throw ValidationError("--output needs a path.") }
        return { try plot.spliced(draw: !check) }
      default:
        throw ValidationError(
          unknown("command", mark.words.first ?? "", among: ["table", "plot"]))
      }
    } catch let error as ValidationError {
      throw ReportError.invalidPage(
        path: page, line: mark.line, reason: error.description)
    }
  }
}

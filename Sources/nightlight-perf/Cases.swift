import Benchmarking
import CommandLineKit
import Foundation

/// `nightlight-perf cases`: the figures that are followed over commits, of this build.
struct Cases: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cases",
    abstract: "Measure the cases that are followed over commits, of this build.",
    discussion: """
      Counted cases are allocations, peak memory of processes of their own, sizes and rows; quality
      cases are scores of detection on a small corpus, exact to the bit; timed cases are processor
      time. Every sample verifies its answer: a wrong one is an error, never a figure.
      A name stands for all cases that begin with its words: 'allocations', 'f1 linear-svm'.
      """)

  @OptionGroup var choice = CaseChoice()
  @Option(help: "How many samples each timed case has.") var blocks: Int = 7
  @Option(help: "The folder that generated inputs and models are kept in; else a temporary one.")
  var inputs: String?
  @Flag(help: "Answer names of cases on standard input with samples, as 'compare' asks for them.")
  var serve = false
  @OptionGroup var common = CommonOptions()

  mutating func validate() throws {
    try choice.validate()
    if blocks < 1 { throw ValidationError("--blocks must be at least 1.") }
    if serve, inputs == nil { throw ValidationError("--serve needs a folder of --inputs.") }
  }

  func run() throws {
    let suite = try choice.read()
    if serve, let inputs {
      return try CaseServer(CaseInputs(suite, folder: inputs)).run()
    }
    let cases = suite.cases(kinds: choice.kinds(), names: choice.names)
    // Refused here already, before minutes of preparation.
    guard !MachineEnvironment.isDebugBuild || !cases.contains(where: { $0.kind == .timed }) else {
      throw ComparisonError.debugBuild
    }
    let temporary = try inputs == nil ? TemporaryFolder() : nil
    defer { temporary?.remove() }
    let session = CaseSession(
      suite, path: choice.suite, folder: inputs ?? temporary?.path ?? "", note: common.note)
    let points = try session.points(of: cases, commit: "", blocks: blocks)
    session.notes.forEach(common.note)
    if common.wantsJSON {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return try printLine(String(decoding: encoder.encode(points), as: UTF8.self))
    }
    let rows = points.map { [$0.name, $0.kind.rawValue, FigureText.value($0.value), $0.unit] }
    try printLine(TextTable(["case", "kind", "figure", "unit"], right: [2], rows).text)
  }
}

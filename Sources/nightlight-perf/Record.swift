import Benchmarking
import CommandLineKit
import Experiments
import Foundation

/// `nightlight-perf record`: the figures of the commit that is checked out, into the history.
struct Record: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Measure the checked-out commit and add its figures to the history.",
    discussion: """
      Counted and quality cases, and timed ones with --timed. The programs that are measured are this
      one and those beside it, so build the commit first: 'make record' does both.
      """)

  @OptionGroup var choice = CaseChoice()
  @OptionGroup var place = HistoryPlace()
  @Flag(help: "Record processor times too; they inform, and no gate reads them.") var timed = false
  @Option(help: "How many samples each timed case has.") var blocks: Int = 7
  @Flag(help: "Record although files differ from the commit.") var allowDirty = false
  @OptionGroup var common = CommonOptions()

  mutating func validate() throws {
    try choice.validate()
    if blocks < 1 { throw ValidationError("--blocks must be at least 1.") }
  }

  func run() throws {
    guard let git = Git(), let commit = git.hash(of: "HEAD") else {
      throw RecordFailure(description: "there is no git commit here; expected one to record")
    }
    let changed = try git.changedPaths()
    guard changed.isEmpty || allowDirty else {
      throw RecordFailure(
        description: "\(changed.count) files differ from the commit (\(changed[0])); "
          + "commit them, or give --allow-dirty")
    }
    let suite = try choice.read()
    let kinds = choice.kinds(else: timed ? [.counted, .quality, .timed] : [.counted, .quality])
    let cases = suite.cases(kinds: kinds, names: choice.names)
    guard !MachineEnvironment.isDebugBuild || !cases.contains(where: { $0.kind == .timed }) else {
      throw ComparisonError.debugBuild
    }
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let session = CaseSession(
      suite, path: choice.suite, folder: folder.path, note: common.note)
    let points = try session.points(of: cases, commit: commit, blocks: blocks)
    session.notes.forEach(common.note)
    let url = URL(fileURLWithPath: place.history)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try PerformanceHistory.append(points, to: place.history)
    let (environment, count) = (MachineEnvironment.current.fingerprint, points.count)
    let json = JSONText.object([
      ("commit", .string(commit)), ("environment", .string(environment)),
      ("points", .integer(count)),
    ])
    try printLine(
      common.wantsJSON
        ? json.text
        : "Recorded \(count) figures of \(commit.prefix(10)) on \(environment) in \(place.history)."
    )
  }
}

/// Why nothing was recorded.
struct RecordFailure: Error, CustomStringConvertible { var description: String }

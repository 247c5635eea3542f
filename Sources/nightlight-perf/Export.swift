import Benchmarking
import CommandLineKit

/// `nightlight-perf export`: the figures of one commit for services that watch over benchmarks.
struct Export: ParsableCommand {
  /// Whose format.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case githubActionBenchmark = "github-action-benchmark"
    case bencher
  }

  /// Which figures a file for github-action-benchmark holds.
  enum Better: String, CaseIterable, ExpressibleByArgument {
    case smaller
    case bigger
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the figures of a commit for github-action-benchmark or Bencher.",
    discussion: """
      github-action-benchmark reads one direction from one file: --better smaller writes its format
      customSmallerIsBetter, --better bigger its customBiggerIsBetter. Bencher reads its metric format
      with 'bencher run --adapter json --file FILE'.
      """)

  @Option(help: "Whose format.") var format: Format
  @Option(help: "Which figures, for github-action-benchmark.") var better: Better?
  @Option(help: "The commit; without it the last of HEAD's first parents with figures.")
  var commit: String?
  @Option(help: "The file; - is standard output.") var output: String = "-"
  @OptionGroup var choice = HistoryChoice()
  @OptionGroup var common = CommonOptions()

  func validate() throws {
    if format == .bencher, better != nil {
      throw ValidationError(
        "--better belongs to github-action-benchmark; Bencher reads all figures.")
    }
  }

  func run() throws {
    let history = try WatchedHistory(choice, common: common)
    let points = try points(of: history)
    let text: String
    switch format {
    case .bencher: text = PerformanceExport.bencher(points)
    case .githubActionBenchmark:
      let direction: PerformancePoint.Direction = better == .bigger ? .higher : .lower
      text = PerformanceExport.githubAction(points, better: direction)
      let others = points.count { $0.better != direction }
      if others > 0 {
        common.note(
          "\(others) figures go the other way: --better \(better == .bigger ? "smaller" : "bigger")"
            + " writes them.")
      }
    }
    var file = try FileOutput(path: output)
    try file.write(Array(text.utf8))
    try file.commit()
  }

  /// The figures of the commit, of the newest version of each case.
  private func points(of history: WatchedHistory) throws -> [PerformancePoint] {
    // Of a commit of another branch too: it is no step of the line, but it has its figures.
    var points = history.points.filter {
      (choice.name ?? $0.name) == $0.name
        && $0.environment.hasPrefix(choice.environment ?? "")
    }
    let measured = Set(points.map(\.commit))
    let hash: String?
    if let commit {
      let found =
        history.commits.hash(of: commit).map { [$0] }
        ?? measured.filter { commit.count >= 4 && $0.hasPrefix(commit) }.sorted()
      hash = found.count == 1 ? found.first : nil
    } else {
      hash =
        history.commits.newestFirst.first(where: measured.contains)
        ?? history.line.ordered(points).last?.commit
    }
    guard let hash, measured.contains(hash) else {
      throw HistoryFailure(
        "\(choice.place.history): no figure of \(commit.map { "'\($0)'" } ?? "any commit"); "
          + "'nightlight-perf record' adds those of the commit that is checked out")
    }
    points = points.filter { $0.commit == hash }
    let environments = Set(points.map(\.environment)).sorted()
    guard environments.count == 1 else {
      throw HistoryFailure(
        "\(hash.prefix(10)) was measured in several environments; choose one with --environment: "
          + environments.joined(separator: ", "))
    }
    let versions = Dictionary(grouping: points, by: \.name).mapValues { $0.map(\.version).max() }
    return points.filter { $0.version == versions[$0.name] }.sorted { $0.name < $1.name }
  }
}

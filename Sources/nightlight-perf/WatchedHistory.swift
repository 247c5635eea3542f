import Benchmarking
import CommandLineKit
import Foundation

/// Which part of which history a command is about.
struct HistoryChoice {
  @OptionGroup var place = HistoryPlace()
  @Option(help: "Only figures of this environment: a fingerprint, or its beginning.")
  var environment: String?
  @Option(name: "case", help: "Only this case, such as 'f1 linear-svm'.") var name: String?
}

/// The history as a command sees it: its points in order, their steps, what was decided.
struct WatchedHistory {
  let points: [PerformancePoint]
  let states: [PerformanceState]
  let commits: FirstParentLine
  let line: CommitLine
  /// Every series.
  let all: [WatchedSeries]
  /// Those that were asked for.
  let chosen: [WatchedSeries]

  init(_ choice: HistoryChoice, common: CommonOptions) throws {
    guard FileManager.default.fileExists(atPath: choice.place.history) else {
      throw HistoryFailure(
        "\(choice.place.history): not there; 'nightlight-perf record' makes it, --history names another"
      )
    }
    points = try PerformanceHistory.read(path: choice.place.history)
    states = try PerformanceState.read(path: choice.place.states)
    commits = FirstParentLine()
    line = try commits.line(for: points)
    all = WatchedSeries.all(of: points, states: states, along: line)
    let names = Set(points.map(\.name)).sorted()
    if let name = choice.name { try Self.require(name, among: names, in: choice.place.history) }
    chosen = all.filter {
      (choice.name ?? $0.series.name) == $0.series.name
        && $0.series.environment.hasPrefix(choice.environment ?? "")
    }
    if let environment = choice.environment, chosen.isEmpty {
      throw HistoryFailure(
        "\(choice.place.history): no figure of environment '\(environment)'"
          + (choice.name.map { " for '\($0)'" } ?? "") + "; there are: "
          + Set(points.map(\.environment)).sorted().joined(separator: ", "))
    }
    if !commits.isKnown {
      common.note("No git repository here: figures are ordered by the date of their measurement.")
    }
    let left = points.count { line.elsewhere.contains($0.commit) }
    if left > 0 {
      common.note(
        "\(left) figures of commits that are not first parents of HEAD were left out.")
    }
  }

  /// Fails with the nearest name where a case is not in the history.
  static func require(_ name: String, among names: [String], in path: String) throws {
    guard !names.contains(name) else { return }
    let hint = nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    throw HistoryFailure(
      "\(path): no case '\(name)'; \(hint ?? "there are: " + names.joined(separator: ", "))")
  }
}

/// Why a command of the history cannot be done.
struct HistoryFailure: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

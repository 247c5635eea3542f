import Benchmarking
import CommandLineKit
import Experiments
import Foundation

/// This build against figures of the history: what CI runs, since it builds nothing twice.
struct RecordedComparison {
  var base: String
  var choice: CaseChoice
  var place: HistoryPlace
  var common: CommonOptions

  /// Compares and ends with the status of the comparison; where nothing is to be compared with, says
  /// so and ends well: a clone without history is no regression.
  func run() throws {
    let environment = MachineEnvironment.current.fingerprint
    guard let git = Git() else {
      return try pass("There is no git repository here, so there are no figures to compare with.")
    }
    guard let start = git.hash(of: base) else {
      return try pass(
        "'\(base)' names no commit of this \(git.isShallow ? "shallow clone" : "repository"), "
          + "so there are no figures to compare with.")
    }
    guard FileManager.default.fileExists(atPath: place.history) else {
      return try pass("\(place.history): not there, so there are no figures to compare with.")
    }
    let history = try PerformanceHistory.read(path: place.history).filter {
      $0.environment == environment
    }
    let measured = Set(history.map(\.commit))
    guard let commit = try git.ancestors(of: start).first(where: measured.contains) else {
      return try pass(
        "No figure of \(base) or a commit before it was recorded on a machine like this one "
          + "(environment \(environment)), so there is nothing to compare with.")
    }
    let suite = try choice.read()
    let cases = suite.cases(kinds: choice.kinds(), names: choice.names)
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let session = CaseSession(
      suite, path: choice.suite, folder: folder.path, note: common.note)
    let points = try session.points(of: cases, commit: "", blocks: 1)
    let names = Set(suite.cases.map(\.name))
    let wanted = Set(cases.map(\.name))
    // Of cases that this suite has but were not asked for, nothing is said; those it lost are.
    let old = history.filter {
      $0.commit == commit && choice.kinds().contains($0.kind)
        && (wanted.contains($0.name) || choice.names.isEmpty && !names.contains($0.name))
    }
    try ChangeReport(
      base: String(commit.prefix(10)), baseHash: commit, head: "this build",
      set: ChangeSet(
        base: old, head: points,
        gates: Dictionary(uniqueKeysWithValues: cases.map { ($0.name, $0.gate) }),
        accepted: try place.accepted(base: commit)),
      notes: session.notes
    ).finish(common)
  }

  private func pass(_ sentence: String) throws {
    let json = JSONText.object([
      ("base", .null), ("verdict", .string(FigureChange.Verdict.same.rawValue)),
      ("cases", .array([])), ("notes", .array([.string(sentence)])),
    ])
    try printLine(common.wantsJSON ? json.text : sentence)
  }
}

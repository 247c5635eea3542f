import Benchmarking
import Foundation
import Testing

/// `nightlight-perf record` and `compare --recorded`, in a repository of two commits.
@Suite struct CompareCommandTests {
  private let only = ["--only", "file-bytes,model-bytes,f1"]
  private let recorded = ["compare", "--base", "HEAD^", "--recorded"]
  private let history = "Datasets/history/perf.jsonl"

  /// A repository whose first commit is recorded, and a second one that changes nothing measured.
  private func withRepository<T>(_ body: (SmallSuite, String) throws -> T) throws -> T {
    try SmallSuite.with { suite in
      try git(suite, ["init", "--quiet"])
      try commit(suite, "one")
      let base = try git(suite, ["rev-parse", "HEAD"]).trimmingCharacters(in: .newlines)
      let made = try suite.run(["record"] + only)
      try #require(made.status == 0, "\(made.error)")
      #expect(made.output.contains("Recorded 3 figures of \(base.prefix(10))"), "\(made.output)")
      try suite.place.write("note.txt", "small talk\n")
      try commit(suite, "two")
      return try body(suite, base)
    }
  }

  @discardableResult
  private func git(_ suite: SmallSuite, _ words: [String]) throws -> String {
    let result = try Tool("git", in: suite.place.folder, executable: "/usr/bin/env").run(
      ["git", "-c", "user.name=test", "-c", "user.email=test@localhost"] + words)
    try #require(result.status == 0, "\(result.error)")
    return result.output
  }

  private func commit(_ suite: SmallSuite, _ message: String) throws {
    // The test's own plumbing begins with a dot.
    try suite.place.write(".gitignore", ".*\n")
    try git(suite, ["add", "--all"])
    try git(suite, ["commit", "--quiet", "--allow-empty", "-m", message])
  }

  /// Replaces the recorded figure of a case.
  private func change(
    _ suite: SmallSuite, _ name: String, _ edit: (Double) -> Double
  ) throws {
    let url = suite.place.url(history)
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { line in
      let data = Data(line.utf8)
      var point = try JSONDecoder().decode(PerformancePoint.self, from: data)
      if point.name == name { point.value = edit(point.value) }
      return String(decoding: try JSONEncoder().encode(point), as: UTF8.self)
    }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: url)
  }

  @Test func equalFiguresPass() throws {
    try withRepository { suite, base in
      let result = try suite.run(recorded + only)
      #expect(result.status == 0, "\(result.output)\(result.error)")
      #expect(result.output.contains("\(base.prefix(10)) → this build"))
      #expect(result.output.contains("Equal to the bit: 2 counted and 1 quality cases."))
      #expect(result.output.contains("Nothing is worse."))
    }
  }

  @Test func aWorseCountFailsUntilItIsAccepted() throws {
    try withRepository { suite, base in
      try change(suite, "file-bytes small") { $0 * 0.97 }
      let worse = try suite.run(recorded + only)
      #expect(worse.status == 2, "\(worse.error)")
      #expect(worse.output.contains("Worse: file-bytes small."), "\(worse.output)")
      #expect(worse.output.contains("--accept 'file-bytes small' --base \(base)"))
      try suite.place.write(
        "states.jsonl",
        """
        {"base":"\(base)","date":"2026-11-25T14:00:00Z","environment":null,\
        "name":"file-bytes small","state":"accepted","why":"more talk"}

        """)
      let accepted = try suite.run(recorded + only + ["--states", "states.jsonl"])
      #expect(accepted.status == 0, "\(accepted.error)")
      #expect(accepted.output.contains("accepted"), "\(accepted.output)")
    }
  }

  @Test func oneBitOfAScoreIsNamed() throws {
    try withRepository { suite, _ in
      try change(suite, "f1 naive-bayes") { $0.nextUp }
      let worse = try suite.run(recorded + only)
      #expect(worse.status == 2)
      #expect(worse.output.contains("Worse: f1 naive-bayes."), "\(worse.output)")
      try change(suite, "f1 naive-bayes") { $0.nextDown.nextDown }
      let better = try suite.run(recorded + only + ["--json"])
      #expect(better.status == 4)
      #expect(better.output.contains("\"verdict\":\"better\""), "\(better.output)")
    }
  }

  @Test func whatCannotBeComparedIsSaidAndPasses() throws {
    try withRepository { suite, _ in
      let unknown = try suite.run(["compare", "--base", "HEAD~9", "--recorded"])
      #expect(unknown.status == 0)
      #expect(unknown.output.contains("'HEAD~9' names no commit of this repository"))
      try git(
        suite, ["clone", "--quiet", "--depth", "1", "file://\(suite.place.folder)", "shallow"])
      let shallow = try Tool("nightlight-perf", in: suite.place.folder + "/shallow").run(recorded)
      #expect(shallow.status == 0, "\(shallow.error)")
      #expect(shallow.output.contains("of this shallow clone"), "\(shallow.output)")
      let absent = try suite.run(recorded + ["--history", "none.jsonl"])
      #expect(absent.status == 0)
      #expect(absent.output.contains("none.jsonl: not there"), "\(absent.output)")
      let text = try String(contentsOf: suite.place.url(history), encoding: .utf8)
      try suite.place.write(
        "other.jsonl",
        text.replacing(/"environment":"[0-9a-f]+"/, with: "\"environment\":\"0\""))
      let other = try suite.run(recorded + ["--history", "other.jsonl"])
      #expect(other.status == 0)
      #expect(other.output.contains("on a machine like this one"), "\(other.output)")
    }
    try SmallSuite.with { suite in
      let result = try Tool("nightlight-perf", in: suite.place.folder).run(
        recorded, environment: ["GIT_CEILING_DIRECTORIES": "/"])
      #expect(result.status == 0, "\(result.error)")
      #expect(result.output.contains("no git repository here"), "\(result.output)")
    }
  }

  @Test func aChangedTreeIsNotRecordedUnlessAsked() throws {
    try withRepository { suite, _ in
      try suite.place.write("note.txt", "other talk\n")
      let refused = try suite.run(["record"] + only)
      #expect(refused.status == 1)
      #expect(
        refused.error.contains("1 files differ from the commit (note.txt)"), "\(refused.error)")
      #expect(try suite.run(["record", "--allow-dirty"] + only).status == 0)
    }
  }

  @Test(arguments: [
    (["--blocks", "4"], "--blocks must be at least 5"),
    (["--recorded", "--head", "HEAD"], "leave --head out"),
    (["--recorded", "--kinds", "timed"], "--recorded has no times"),
  ])
  func optionsThatExcludeEachOtherAreRefused(words: [String], sentence: String) throws {
    try Tool.inTemporaryFolder { folder in
      let result = try Tool("nightlight-perf", in: folder).run(
        ["compare", "--base", "HEAD"] + words)
      #expect(result.status == 64)
      #expect(result.error.contains(sentence), "\(result.error)")
    }
  }

  @Test func aBaseThatIsNoCommitIsNamed() throws {
    try withRepository { suite, _ in
      let result = try suite.run(["compare", "--base", "--output=x"])
      #expect(result.status != 0)
      let other = try suite.run(["compare", "--base", "nothing"])
      #expect(other.status == 1)
      #expect(other.error.contains("'nothing' names no commit here"), "\(other.error)")
    }
  }
}

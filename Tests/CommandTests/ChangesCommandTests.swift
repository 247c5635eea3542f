import Foundation
import SQLite
import Testing

/// Which commit made it worse, asked of the tool.
@Suite struct ChangesCommandTests {
  private struct Step: Decodable, Equatable {
    var index: Int
    var verdict: String
    var state: String
    var why: String?
    var lastOld: String
    var firstNew: String
  }

  private func steps(_ result: Tool.Result) throws -> [Step] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode([Step].self, from: Data(result.output.utf8))
  }

  @Test func aStepStaysListedAfterRecoveryAndADecisionClosesIt() throws {
    try HistoryRepository.with(commits: 25) { repository in
      try repository.write([(1, 10), (2, 10), (1, 5)])
      let result = try repository.perf("changes", "--json")
      #expect(result.status == 4, "\(result.error)")
      let found = try steps(result)
      #expect(found.map(\.index) == [10, 20])
      #expect(found.map(\.verdict) == ["worse", "better"])
      #expect(found.map(\.state) == ["fixed", "open"])
      #expect(found.map(\.lastOld) == [repository.commits[9], repository.commits[19]])
      #expect(found.map(\.firstNew) == [repository.commits[10], repository.commits[20]])
      let accepted = try repository.perf(
        "changes", "--accept", "allocations score svm", "--base", "HEAD~5", "--why", "as wished")
      #expect(accepted.status == 0, "\(accepted.error)")
      #expect(!accepted.output.contains("no step"))
      let after = try repository.perf("changes", "--json")
      #expect(after.status == 0)
      #expect(try steps(after).map(\.state) == ["fixed", "accepted"])
      #expect(try steps(after).map(\.why) == [nil, "as wished"])
    }
  }

  @Test func anOpenWorseningEndsWithTwo() throws {
    try HistoryRepository.with(commits: 12) { repository in
      try repository.write([(1000, 11), (1001, 1)])
      let result = try repository.perf("changes")
      #expect(result.status == 2)
      #expect(result.output.contains(repository.commits[11].prefix(10)))
      #expect(result.output.contains("open: 1 worse, 0 better."))
      let decided = try repository.perf(
        "changes", "--noise", "allocations score svm", "--base", repository.commits[10], "--why",
        "a busy machine")
      #expect(decided.status == 0)
      let after = try repository.perf("changes")
      #expect(after.status == 0)
      #expect(after.output.contains("noise: a busy machine"))
    }
  }

  @Test func pointsOfOtherBranchesAreNoSteps() throws {
    try HistoryRepository.with(commits: 6) { repository in
      try repository.git("checkout", "-q", "-b", "other", "HEAD~3")
      var branch = repository
      let other = try branch.commit("elsewhere")
      try repository.git("checkout", "-q", "main")
      let lines = repository.commits.map { HistoryRepository.line($0, 5) }
      try repository.write((lines + [HistoryRepository.line(other, 50)]).joined())
      let result = try repository.perf("changes")
      #expect(result.status == 0, "\(result.output)")
      #expect(result.error.contains("1 figures of commits that are not first parents of HEAD"))
      try repository.git("checkout", "-q", "other")
      #expect(try repository.perf("changes").status == 2)
    }
  }

  @Test func withoutARepositoryTheDatesOrderTheFigures() throws {
    try Tool.inTemporaryFolder { folder in
      let lines = (0..<8).map { day in
        HistoryRepository.line(
          String(repeating: "\(7 - day)", count: 40), day < 4 ? 1 : 2,
          date: "2026-11-0\(day + 1)T14:00:00Z")
      }
      try Data(lines.reversed().joined().utf8).write(to: URL(fileURLWithPath: folder + "/h.jsonl"))
      let tool = Tool("nightlight-perf", in: folder)
      let result = try tool.run(["changes", "--history", "h.jsonl", "--json"])
      #expect(result.status == 2)
      #expect(try steps(result).map(\.index) == [4])
      #expect(result.error.contains("ordered by the date"))
    }
  }

  @Test func theHistoryAndItsStepsGoIntoANamedDatabase() throws {
    try HistoryRepository.with(commits: 10) { repository in
      try repository.write([(1, 5), (2, 5)])
      #expect(try repository.perf("changes").status == 2)
      #expect(!FileManager.default.fileExists(atPath: repository.folder + "/nightlight.sqlite"))
      for _ in 0..<2 { #expect(try repository.perf("changes", "--db", "w.sqlite").status == 2) }
      let connection = try Connection(path: repository.folder + "/w.sqlite")
      let first = try connection.first("SELECT first_new, state FROM change_point") {
        [$0.text(0), $0.text(1)]
      }
      #expect(first == [repository.commits[5], "open"])
      let points = try connection.first("SELECT count(position) FROM performance_point") {
        $0.integer(0)
      }
      #expect(points == 10)
    }
  }

  @Test func wrongWordsAndFilesAreSaid() throws {
    try HistoryRepository.with(commits: 2) { repository in
      #expect(try repository.perf("changes").status == 1)
      try repository.write([(1, 2)])
      let mistyped = try repository.perf("changes", "--case", "alocations score svm")
      #expect(mistyped.status == 1)
      #expect(mistyped.error.contains("did you mean 'allocations score svm'?"))
      let elsewhere = try repository.perf("changes", "--environment", "ffff")
      #expect(elsewhere.status == 1)
      #expect(elsewhere.error.contains("there are: c1a0b2d4e5f60718"))
      for words in [
        ["--accept", "allocations score svm"], ["--why", "x"],
        ["--accept", "allocations score svm", "--base", "HEAD"],
        ["--accept", "a", "--noise", "a", "--base", "HEAD", "--why", "x"],
      ] {
        let result = try Tool("nightlight-perf", in: repository.folder).run(["changes"] + words)
        #expect(result.status == 64, "\(words)")
      }
      let base = try repository.perf(
        "changes", "--accept", "allocations score svm", "--base", "nowhere", "--why", "x")
      #expect(base.status == 1)
      #expect(base.error.contains("--base 'nowhere': neither a commit"))
      try repository.write(HistoryRepository.line(repository.commits[0], 1) + "{\"commit\":1}\n")
      let broken = try repository.perf("changes")
      #expect(broken.status == 3)
      #expect(broken.error.contains("Datasets/history/perf.jsonl:2: 'commit' has another type"))
    }
  }

  /// A disk that takes a part of a line: none of it stays, and what stood there does.
  @Test func aFullDiskKeepsTheFileAsItWas() throws {
    try HistoryRepository.with(commits: 2) { repository in
      try repository.write([(1, 2)])
      let states = URL(fileURLWithPath: repository.folder + "/states.jsonl")
      let before = Data(String(repeating: "\n", count: 1000).utf8)
      try before.write(to: states)
      // Files may have 1,024 bytes, fewer than the line needs.
      let limited = "ulimit -f 1; exec \"$0\" \"$@\""
      let tool = Tool.products.appending(path: "nightlight-perf").path
      let result = try Tool("sh", in: repository.folder, executable: "/bin/bash").run([
        "-c", limited, tool, "changes", "--states", "states.jsonl", "--accept",
        "allocations score svm", "--base", "HEAD", "--why", "x",
      ])
      #expect(result.status == 1)
      #expect(result.error.contains("states.jsonl: no space left for it"), "\(result.error)")
      #expect(try Data(contentsOf: states) == before)
    }
  }
}

import Benchmarking
import Chat
import Foundation
import Testing

/// `nightlight-perf cases`, on a small suite.
@Suite struct CaseCommandTests {
  @Test func countsAreTheSameInEveryRunAndCarryTheirDefinition() throws {
    try SmallSuite.with { suite in
      let first = try suite.points(["cases"])
      // A sanitizer brings an allocator of its own, which is not stood before.
      let counts = first.contains { $0.name == "allocations read" }
      #expect(
        first.map(\.name) == (counts ? ["allocations read", "allocations score naive-bayes"] : [])
          + [
            "peak-rss read", "model-bytes naive-bayes", "binary-bytes nightlight-perf",
            "database-rows small", "file-bytes small", "f1 naive-bayes",
            "average-precision naive-bayes",
          ])
      let again = try suite.points(["cases"])
      for (a, b) in zip(first, again) where a.name != "peak-rss read" {
        // Sets and dictionaries are seeded anew in every process, so a reader's grow a little earlier
        // or later; nothing else may differ.
        let room = a.name == "allocations read" ? 0.005 * a.value : 0
        #expect(abs(a.value - b.value) <= room, "\(a.name): \(a.value) and \(b.value)")
      }
      #expect(first.allSatisfy { $0.commit.isEmpty && $0.version == 1 && $0.samples.isEmpty })
      let values = Dictionary(uniqueKeysWithValues: first.map { ($0.name, $0.value) })
      // The reader makes at least the identifier of every conversation.
      if counts { #expect(values["allocations read", default: 0] >= 60) }
      #expect(values["file-bytes small"] == Double(suite.bytes))
      #expect(values["database-rows small", default: 0] > Double(suite.messages))
      #expect(values["binary-bytes nightlight-perf", default: 0] > 1e6)
      #expect(values["peak-rss read", default: 0] > 1e6)
    }
  }

  @Test func wordsChooseCases() throws {
    try SmallSuite.with { suite in
      let names = try suite.points(["cases", "--only", "file-bytes,model-bytes naive-bayes"])
        .map(\.name)
      #expect(names == ["model-bytes naive-bayes", "file-bytes small"])
      let unknown = try suite.run(["cases", "--only", "wall read"])
      #expect(unknown.status == 64)
      #expect(unknown.error.contains("begins with 'wall read'"), "\(unknown.error)")
      let kind = try suite.run(["cases", "--kinds", "wall"])
      #expect(kind.status == 64 && kind.error.contains("Known: counted, timed, quality"))
    }
  }

  @Test func aWrongAnswerIsAnErrorNeverAFigure() throws {
    try SmallSuite.with { suite in
      try suite.write(messages: suite.messages + 1)
      let result = try suite.run(["cases", "--only", "database-rows", "--json"])
      #expect(result.status == 1)
      #expect(result.output.isEmpty)
      #expect(
        result.error.contains(
          "database-rows small: the answer was \(suite.messages); expected \(suite.messages + 1)"),
        "\(result.error)")
    }
  }

  @Test func anotherCorpusIsAnError() throws {
    try SmallSuite.with { suite in
      try suite.write(sha256: String(repeating: "0", count: 64))
      let result = try suite.run(["cases", "--only", "file-bytes"])
      #expect(result.status == 1)
      #expect(result.error.contains("corpus small: the answer was "), "\(result.error)")
    }
  }

  @Test func aFileThatIsNoSuiteIsNamed() throws {
    try SmallSuite.with { suite in
      try suite.place.write("cases.json", "{\"corpora\": {}, \"cases\": [{\"name\": \"cpu\"}]}")
      let bad = try suite.run(["cases"])
      #expect(bad.status == 3)
      #expect(bad.error.contains("cases.json: cases 1: no 'kind'; expected one"), "\(bad.error)")
      let missing = try suite.place.run("nightlight-perf", ["cases", "--suite", "none.json"])
      #expect(missing.status == 1)
      #expect(missing.error.contains("none.json: cannot be read; expected"), "\(missing.error)")
    }
  }

  @Test func aDebugBuildTimesNothing() throws {
    try SmallSuite.with { suite in
      let result = try suite.run(["cases", "--kinds", "timed"])
      #if DEBUG
        #expect(result.status == 1)
        #expect(result.error.contains("a debug build measures nothing"), "\(result.error)")
      #else
        #expect(result.status == 0)
      #endif
    }
  }

  @Test func aWorkerAnswersNamesWithSamples() throws {
    try SmallSuite.with { suite in
      let input = "peak-rss read\nnone\npeak-rss read\n"
      let tool = Tool("nightlight-perf", in: suite.place.folder)
      let result = try tool.run(
        ["cases", "--serve", "--suite", "cases.json", "--inputs", suite.place.folder],
        input: input)
      #expect(result.status == 0, "\(result.error)")
      let lines = result.output.split(separator: "\n")
      try #require(lines.count == 4, "\(result.output)")
      #expect(lines[0].contains("\"name\":\"f1 naive-bayes\""))
      #expect(lines[1].contains("\"value\":"))
      #expect(lines[2] == "{\"absent\":\"there is no such case\"}")
      #expect(lines[3].contains("\"value\":"))
    }
  }
}

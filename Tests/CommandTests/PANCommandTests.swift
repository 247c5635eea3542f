import Foundation
import Testing

/// PAN-2012 as its researchers hold it: the layout and names of its files, with neutral small talk.
@Suite struct PANCommandTests {
  private static let standIn = Tool.root.appending(path: "Tests/CommandTests/pan12-standin").path

  /// Runs the script of `make pan12` on the stand-in; `tiny` plays the generated corpus.
  private func pan(_ place: Workplace) throws -> Tool.Result {
    try Tool(
      "run", in: place.folder, executable: Tool.root.appending(path: "Datasets/pan12/run").path
    ).run(
      [Tool.products.path, Self.standIn, "out"],
      environment: [
        "DB": place.url("pan12.sqlite").path, "HERE": "tiny", "DETECTORS": "naive-bayes",
      ])
  }

  @Test func trainedThereAndHereItIsTestedHereAndThere() throws {
    try Workplace.with { place in
      let imported = try place.run(
        "nightlight-corpus",
        [
          "import", "--format", "jsonl", "tiny.jsonl", "--name", "tiny", "--db", "pan12.sqlite",
        ])
      try #require(imported.status == 0, "\(imported.error)")
      let result = try pan(place)
      try #require(result.status == 0, "\(result.error)")
      #expect(result.error.contains("36 of 38 conversations kept"), "\(result.error)")
      for corpus in ["pan12-test", "pan12-test-filtered", "tiny"] {
        #expect(result.output.contains("## Tested on \(corpus), split test"))
      }
      for name in ["naive-bayes-from-pan12-train", "naive-bayes-from-tiny"] {
        #expect(result.output.contains("| `\(name)` (self-reported) |"), "\(result.output)")
      }
      // In its own domain the stand-in is easy: all of its five keepers, and nobody else.
      #expect(
        result.output.contains("F0.5 1.0000  P 1.0000  R 1.0000  named 5  right 5  to find 5"))
      #expect(result.output.contains("0.9346  Villatoro-Tello et al."))
      #expect(result.output.contains("problem 2, unit: messages"))
      let answers = try String(
        contentsOf: place.url("out/naive-bayes-from-pan12-train-on-pan12-test-problem1.txt"),
        encoding: .utf8)
      #expect(answers == (0..<5).map { "ekeeper\($0)\n" }.joined())
      // What is there already is not made again, and the answer is the same.
      let again = try pan(place)
      #expect(again.status == 0 && again.output == result.output, "\(again.error)")
    }
  }

  @Test func aFolderWithoutTheFilesIsRefusedByTheirName() throws {
    try Tool.inTemporaryFolder { folder in
      let script = Tool(
        "run", in: folder, executable: Tool.root.appending(path: "Datasets/pan12/run").path)
      let result = try script.run([Tool.products.path, folder, "out"])
      #expect(result.status != 0)
      #expect(result.error.contains("no pan12-sexual-predator-identification-training-corpus"))
    }
  }

  @Test(arguments: [
    (["--truth", "t", "--problem", "1"], 64, "--truth prints the score"),
    (["--problem", "2", "--truth", "authors.txt", "--output", "o"], 3, "the truth of another"),
  ])
  func aTruthThatDoesNotFitIsRefused(words: [String], status: Int, sentence: String) throws {
    try Workplace.with { place in
      try place.write("authors.txt", "ann\n")
      let result = try place.run(
        "nightlight-scan", ["pan12", "--model", "m", "--corpus", "tiny"] + words)
      #expect(result.status == status)
      #expect(result.error.contains(sentence), "\(result.error)")
    }
  }

  @Test func filtersAndDisjointAuthorsGoWhereTheyBelong() throws {
    try Workplace.with { place in
      let filter = try place.run(
        "nightlight-corpus",
        ["import", "--format", "jsonl", "tiny.jsonl", "--name", "x", "--filter", "pair"])
      #expect(filter.status == 64 && filter.error.contains("Did you mean 'pairs'?"))
      let authors = try place.run(
        "nightlight-corpus",
        ["import", "--format", "jsonl", "tiny.jsonl", "--name", "x", "--disjoint-authors"])
      #expect(authors.status == 64 && authors.error.contains("goes with --format pan12"))
    }
  }

  @Test func oneSplitIsExportedAlone() throws {
    try Workplace.with { place in
      _ = try place.run(
        "nightlight-corpus", ["import", "--format", "jsonl", "tiny.jsonl", "--name", "tiny"])
      let test = try place.run(
        "nightlight-corpus",
        ["export", "tiny", "--format", "jsonl", "--split", "test", "--output", "-"])
      let lines = test.output.split(separator: "\n")
      #expect(lines.count == 30 && lines.allSatisfy { $0.contains(#""split":"test""#) })
      let wrong = try place.run(
        "nightlight-corpus", ["export", "tiny", "--split", "tset", "--output", "-"])
      #expect(wrong.status == 64 && wrong.error.contains("Did you mean 'test'?"))
    }
  }
}

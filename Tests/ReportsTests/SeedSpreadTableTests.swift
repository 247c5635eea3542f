import Chat
import Evaluation
import Store
import Testing

@testable import Reports

@Suite struct SeedSpreadTableTests {
  /// A database with corpora of a name, recipe and seed, and runs on them with an F1 each.
  private func with<T>(
    _ corpora: [(name: String, recipe: String?, seed: UInt64)],
    _ runs: [(corpus: String, detector: String, seed: UInt64, f1: Double)],
    _ body: (Workbench) throws -> T
  ) throws -> T {
    let workbench = try Workbench(path: ":memory:")
    for corpus in corpora {
      let record = CorpusRecord(
        name: corpus.name, contentSHA256: "", source: corpus.recipe == nil ? "jsonl" : "generated",
        seed: corpus.seed, recipe: corpus.recipe)
      _ = try workbench.writeCorpus(record) { _ in String(repeating: "0", count: 64) }
    }
    for (number, run) in runs.enumerated() {
      let saved = try workbench.save(
        RunRecord(
          key: "k\(number)", corpus: run.corpus, split: .test, detector: run.detector,
          detectorKind: .builtin, detectorVersion: 1, detectorParameters: "{}",
          policy: "threshold", policyParameters: "{}", view: "full", objective: "f1",
          seed: run.seed, status: .done, startedUTC: "2031-01-01T00:00:00Z",
          finishedUTC: "2031-01-01T00:01:00Z"))
      try workbench.save(
        [MetricValue("f1", run.f1, count: 10)], run: saved.id, version: MetricSuite.version)
    }
    return try body(workbench)
  }

  private let corpora: [(name: String, recipe: String?, seed: UInt64)] = [
    ("a", #"{"name":"r","seed":1,"conversations":9}"#, 1),
    ("b", #"{"conversations":9,"seed":2,"name":"r"}"#, 2),
    ("larger", #"{"name":"r","seed":1,"conversations":99}"#, 1), ("mine", nil, 1),
  ]

  @Test func corporaOfOneRecipeBelongTogetherWhateverTheirNames() throws {
    let runs: [(String, String, UInt64, Double)] = [
      ("a", "naive-bayes", 1, 0.6), ("a", "naive-bayes", 2, 0.8), ("b", "naive-bayes", 1, 0.9),
      ("b", "naive-bayes", 2, 0.9), ("larger", "naive-bayes", 1, 0.1),
      ("mine", "naive-bayes", 1, 0.2),
    ]
    try with(corpora, runs) { workbench in
      let tables = try SeedSpreadTable.gather(from: workbench, split: "test")
      #expect(tables.map(\.corpusSeeds) == [[1, 2], [1]])
      let one = try SeedSpreadTable.gather(from: workbench, corpus: "b", split: "test")
      #expect(one.count == 1)
      let spread = try #require(one[0].spreads.values.first?["f1"])
      #expect(abs((spread.mean ?? 0) - 0.8) < 1e-12)
      #expect(spread.corpora == 2 && spread.trainings == 2)
      #expect(throws: ReportError.self) {
        try SeedSpreadTable.gather(from: workbench, corpus: "nobody", split: "test")
      }
      #expect(try SeedSpreadTable.gather(from: workbench, split: "test-iid").isEmpty)
    }
  }

  @Test func aLaterRunTakesThePlaceOfAnEarlierOne() throws {
    try with(corpora, [("a", "lexicon", 1, 0.1), ("a", "lexicon", 1, 0.7)]) { workbench in
      let table = try SeedSpreadTable.gather(from: workbench, split: "test")[0]
      #expect(table.spreads.values.first?["f1"]?.mean == 0.7)
    }
  }
}

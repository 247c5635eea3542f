import Foundation
import Testing

/// What `nightlight-perf` refuses, and what it does in a debug build too.
@Suite struct PerfCommandTests {
  struct Refusal: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var says: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let refusals = [
    Refusal(arguments: ["growth", "--largest", "999"], says: "--largest is 999; expected 0"),
    Refusal(arguments: ["growth", "--blocks", "0"], says: "--blocks must be at least 1"),
    Refusal(arguments: ["peers", "--blocks", "0"], says: "--blocks must be at least 1"),
    Refusal(arguments: ["peers", "--conversations", "5"], says: "--conversations must be"),
    Refusal(arguments: ["contestant", "linear-smv", "a", "b", "c"], says: "'linear-svm'?"),
    Refusal(
      arguments: ["contestant", "lexicon", "a", "b", "c", "--running-sums"], says: "Known: naive"),
    Refusal(
      arguments: ["contestant", "naive-bayes", "a", "b", "c", "--cost", "1"],
      says: "--cost is for linear-svm"),
    Refusal(
      arguments: ["contestant", "linear-svm", "a", "b", "c", "--cost", "0"],
      says: "--cost must be above 0"),
  ]

  @Test(arguments: refusals)
  func wrongArgumentsAreRefused(_ refusal: Refusal) throws {
    try Workplace.with { place in
      let result = try place.run("nightlight-perf", refusal.arguments)
      #expect(result.status == 64, "\(result.error)")
      #expect(result.error.contains(refusal.says), "\(result.error)")
    }
  }

  @Test func aContestantTrainsScoresAndSaysWhatItTook() throws {
    try Workplace.with { place in
      let lines = try String(contentsOf: place.url("tiny.jsonl"), encoding: .utf8)
        .split(separator: "\n")
      for split in ["train", "validation", "test"] {
        try place.write(
          split,
          lines.filter { $0.contains(#""split":"\#(split)""#) }.joined(separator: "\n") + "\n")
      }
      for options in [[], ["--running-sums"], ["--cost", "1"]] {
        let result = try place.run(
          "nightlight-perf",
          ["contestant", "linear-svm", "train", "validation", "test", "--scores", "s"] + options)
        try #require(result.status == 0, "\(result.error)")
        let figures = try #require(
          try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Double])
        #expect(
          Set(figures.keys) == ["train_seconds", "peak_bytes", "score_seconds", "decision_ns"])
        #expect(figures.values.allSatisfy { $0 > 0 }, "\(figures)")
        for (split, count) in [("test", 30), ("validation", 30)] {
          let scores = try String(contentsOf: place.url("s.\(split)"), encoding: .utf8)
            .split(separator: "\n").compactMap { Double($0) }
          #expect(scores.count == count && scores.allSatisfy { (0...1).contains($0) })
        }
      }
    }
  }

  /// Two blocks of two contestants; the peer takes 30 and 50 times as long to train.
  static let results = """
    {"blocks":2,"command":"make bench-peers","environment":{"cpu":"a machine"},"notes":["None."],
    "corpus":{"recipe":"everyday","seed":1,"bytes":5,"conversations":[6,2,2],"messages":[60,20,20]},
    "standings":[
    {"name":"nightlight linear-svm","isOurs":true,"quality":{"averagePrecision":0.5,"f1":0.4},
    "outcomes":[
    {"train_seconds":1,"peak_bytes":1000,"score_seconds":0.002,"decision_ns":10},
    {"train_seconds":1,"peak_bytes":1000,"score_seconds":0.002,"decision_ns":10}]},
    {"name":"scikit-learn-tfidf-lr","isOurs":false,
    "quality":{"averagePrecision":0.55,"f1":0.45},
    "outcomes":[
    {"train_seconds":30,"peak_bytes":5000,"score_seconds":0.02,"decision_ns":1000},
    {"train_seconds":50,"peak_bytes":5000,"score_seconds":0.02,"decision_ns":1000}]}]}
    """

  @Test func keptResultsMakeTheTablesAgain() throws {
    try Workplace.with { place in
      try place.write("kept.json", Self.results)
      let result = try place.run("nightlight-perf", ["peers", "--from", "kept.json"])
      try #require(result.status == 0, "\(result.error)")
      let rows = result.output.split(separator: "\n").map { line in
        line.split(separator: " ").joined(separator: " ")
      }
      // The middle of 30 and 50, with its quartiles; the gate is 25, the stretch 40.
      #expect(
        rows.contains(
          "train, six points searched scikit-learn-tfidf-lr 40.0 [35.0–45.0] ≥ 25 yes ≥ 40 yes"),
        "\(rows)")
      #expect(
        rows.contains(
          "peak memory of training scikit-learn-tfidf-lr 0.200 [0.200–0.200] ≤ 0.25 yes ≤ 0.15 no"),
        "\(rows)")
      #expect(
        rows.contains("one decision scikit-learn-tfidf-lr 100 [100–100] ≥ 500 no ≥ 2000 no"))
      let json = try place.run("nightlight-perf", ["peers", "--from", "kept.json", "--json"])
      try place.write("again.json", json.output)
      let again = try place.run("nightlight-perf", ["peers", "--from", "again.json"])
      #expect(again.output == result.output)
    }
  }

  @Test func whatIsNoFileOfResultsIsRefused() throws {
    try Workplace.with { place in
      for (name, says) in [("tiny.jsonl", "no results"), ("absent", "could not be read")] {
        let result = try place.run("nightlight-perf", ["peers", "--from", name])
        #expect(result.status == 1)
        #expect(result.error.contains("\(name): ") && result.error.contains(says))
      }
    }
  }
}

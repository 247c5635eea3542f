import Chat
import CorpusFormats
import Evaluation
import Foundation
import Store
import Testing

@testable import Experiments

@Suite struct RunImportTests {
  /// Good results on the test split of the tiny corpus: the grooming ones alert at message 4.
  private static let lines = (90..<120).map { number in
    number % 3 == 0
      ? #"{"conversation":"c\#(number)","score":0.9,"alert_message":4}"#
      : #"{"conversation":"c\#(number)","score":0.2,"alert_message":null}"#
  }

  private func importing(
    _ lines: [String], in workbench: Workbench, name: String = "mine", split: Chat.Split = .test
  ) throws -> RunRecord {
    try Fixtures.inTemporaryFolder { folder in
      let path = folder + "/results.jsonl"
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path))
      return try RunImport(workbench, corpus: "tiny", split: split, name: name).store(path: path)
    }
  }

  @Test func linesOfRatingsAreResultsToo() throws {
    try Fixtures.withTinyCorpus { workbench in
      let ratings = Self.lines.map { line -> String in
        String(line.replacing(#""conversation""#, with: #""id""#).dropLast())
          + #","rating":9,"alert":true,"stage":null,"abstain":false,"evidence":[]}"#
      }
      let run = try importing(ratings, in: workbench)
      #expect(try workbench.predictions(run: run.id)[0].alertMessage == 4)
    }
  }

  @Test func goodResultsBecomeARunWithMetrics() throws {
    try Fixtures.withTinyCorpus { workbench in
      let run = try importing(Self.lines.shuffled(), in: workbench)
      #expect(run.status == .done)
      #expect(run.detectorKind == .imported)
      #expect(run.objective == "self-reported")
      let metrics = try workbench.metrics(run: run.id)
      #expect(metrics.first { $0.name == "f1" }?.value == 1)
      #expect(metrics.first { $0.name == "auroc" }?.count == 30)
      let predictions = try workbench.predictions(run: run.id)
      #expect(predictions.count == 30)
      #expect(predictions[0].alertMessage == 4)
      #expect(try workbench.leaderboard(corpus: "tiny", split: .test).map(\.id) == [run.id])
    }
  }

  @Test func theSameResultsAreOneRunInWhateverOrder() throws {
    try Fixtures.withTinyCorpus { workbench in
      let first = try importing(Self.lines, in: workbench)
      #expect(try importing(Self.lines.reversed(), in: workbench).id == first.id)
      var other = Self.lines
      other[0] = #"{"conversation":"c90","score":0.8,"alert_message":4}"#
      #expect(try importing(other, in: workbench).id != first.id)
      #expect(try importing(Self.lines, in: workbench, name: "yours").id != first.id)
    }
  }

  @Test func scoresOfAuthorsAndMessagesAreKept() throws {
    try Fixtures.withTinyCorpus { workbench in
      var lines = Self.lines
      lines[0] = #"""
        {"conversation":"c90","score":1,"alert_message":6,"authors":{"b":0,"a":0.75},"note":"x",\#
        "messages":[0,0.1,0.2,0.3,0.4,1]}
        """#
      let run = try importing(lines, in: workbench)
      let predictions = try workbench.predictions(run: run.id, withMessageScores: true)
      #expect(predictions[0].messageScores == [0, 0.1, 0.2, 0.3, 0.4, 1])
      #expect(
        try workbench.authorScores(run: run.id).map { "\($0.author) \($0.score)" }
          == ["a 0.75", "b 0.0"])
    }
  }

  /// A line in place of the third, and what must be said of it.
  static let bad: [(String, String)] = [
    ("hello", "results.jsonl:3: no JSON object"),
    ("[1]", "results.jsonl:3: no JSON object"),
    (#"{"score":0.1,"alert_message":null}"#, "'conversation'"),
    (#"{"conversation":"c92","alert_message":null}"#, "'score'"),
    (#"{"conversation":"c92","score":0.1}"#, "'alert_message'"),
    (#"{"conversation":"c92","score":null,"alert_message":null}"#, "null"),
    (#"{"conversation":"c92","score":"high","alert_message":null}"#, "'score'"),
    (#"{"conversation":"c92","score":true,"alert_message":null}"#, "'score'"),
    (#"{"conversation":"c92","score":NaN,"alert_message":null}"#, "results.jsonl:3:"),
    (#"{"conversation":"c92","score":1.5,"alert_message":null}"#, "0…1"),
    (#"{"conversation":"c92","score":0.1,"alert_message":0}"#, "expected 1…8"),
    (#"{"conversation":"c92","score":0.1,"alert_message":9}"#, "expected 1…8"),
    (#"{"conversation":"c92","score":0.1,"alert_message":2.5}"#, "'alert_message'"),
    (#"{"conversation":"c92","score":0.1,"alert_message":null,"messages":[0.1]}"#, "expected 8"),
    (#"{"conversation":"c92","score":0.1,"alert_message":null,"messages":[2]}"#, "0…1"),
    (#"{"conversation":"c92","score":0.1,"alert_message":null,"authors":{"z":0.1}}"#, "'z'"),
    (#"{"conversation":"c92","score":0.1,"alert_message":null,"authors":[1]}"#, "'authors'"),
    (#"{"conversation":"c91","score":0.1,"alert_message":null}"#, "stands in line 2 already"),
    (#"{"conversation":"c61","score":0.1,"alert_message":null}"#, "not in the corpus"),
    ("", "no line for conversation 'c92'"),
  ]

  @Test(arguments: bad)
  func aBadLineKeepsNothing(_ line: String, _ says: String) throws {
    try Fixtures.withTinyCorpus { (workbench: Workbench) throws -> Void in
      var lines = Self.lines
      lines[2] = line
      let error = #expect(throws: FormatError.self) { try importing(lines, in: workbench) }
      #expect(error?.description.contains(says) == true, "\(error?.description ?? "")")
      if let error { #expect(isInvalidContent(error)) }
      let runs = try workbench.runs()
      #expect(runs.isEmpty)
    }
  }

  @Test func aSplitWithoutConversationsIsSaid() throws {
    try Fixtures.withTinyCorpus { workbench in
      #expect(throws: FormatError.self) { try importing([], in: workbench, split: .testIID) }
      #expect(throws: FormatError.self) { try importing([], in: workbench) }
    }
  }
}

import Chat
import Evaluation
import Foundation
import Store

@testable import Reports

/// A small workbench on disk: forty conversations of eight messages and two runs of them.
enum Stored {
  /// What the third message of every conversation says: markup, were it not escaped.
  static let hostile = "<script>alert('x')</script> & \"quoted\" <img src=http://example.org/a>"

  /// Calls `body` with a workbench whose corpus is from `source`.
  static func withWorkbench(
    source: String = "generated", _ body: (Workbench) throws -> Void
  ) throws {
    let folder = NSTemporaryDirectory() + "nightlight-stored-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let workbench = try Workbench(path: folder + "/w.sqlite")
    try write(
      CorpusRecord(name: "everyday", contentSHA256: "", source: source), content: "0", workbench)
    try run(0, wrong: 3, in: workbench)
    try run(1, wrong: 14, in: workbench)
    try body(workbench)
  }

  /// Stores a corpus that was made from `parent`, with a poor run of the first detector.
  static func derive(
    _ name: String, from parent: CorpusRecord, in workbench: Workbench
  ) throws {
    try write(
      CorpusRecord(
        name: name, contentSHA256: "", source: parent.source,
        derivation: Derivation(
          parent: parent.name, parentSHA256: parent.contentSHA256, kind: "typos", level: "0.05",
          seed: 1, splits: [.test])), content: "1", workbench)
    try run(0, wrong: 14, corpus: name, in: workbench)
  }

  private static func write(
    _ record: CorpusRecord, content: Character, _ workbench: Workbench
  ) throws {
    _ = try workbench.writeCorpus(record) { writer in
      var chunk = Chunk()
      for number in 0..<40 { append(number, to: &chunk) }
      try writer.append(chunk)
      return String(repeating: content, count: 64)
    }
  }

  /// Even numbers are grooming with onset 4; message 5 holds withheld content in number 0.
  private static func append(_ number: Int, to chunk: inout Chunk) {
    var conversation = Conversation(id: "c\(number)")
    conversation.label = number % 2 == 0 ? .grooming : .benign
    conversation.kind = number % 2 == 0 ? .grooming : .hardNegative
    conversation.split = .test
    conversation.scenario = number % 3 == 0 ? "coach" : "party"
    conversation.onset = number % 2 == 0 ? 4 : nil
    conversation.authors = ["a", "b"]
    conversation.participants = [Participant(id: "a", role: "adult")]
    for message in 1...8 {
      let isRisky = number % 2 == 0 && message >= 4
      chunk.messages.append(
        author: message % 2, time: Int64(message) * 120_000, style: .integer,
        text: (message == 3
          ? hostile : message == 5 && number == 0 ? "[content-withheld]" : "hello")
          .utf8,
        stage: isRisky ? .riskCheck : .ordinary, signs: isRisky ? [.ageProbe] : [])
    }
    chunk.close(conversation)
  }

  private static func run(
    _ number: Int, wrong: Int, corpus: String = "everyday", in workbench: Workbench
  ) throws {
    var record = Invented.run(Invented.detectors[number + 3], corpus: corpus, id: 0)
    record.key = "key-\(corpus)-\(number)"
    let saved = try workbench.save(record)
    let predictions = (0..<40).map { id in
      let isFlagged = (id % 2 == 0) != (id < wrong)
      let end = (isFlagged ? 0.7 : 0.2) + Double(id) / 1000
      return PredictionRecord(
        conversation: "c\(id)", score: end, alertMessage: isFlagged ? 6 : nil,
        messageScores: [0.1, 0.1, 0.15, 0.16, 0.17, end, end, end],
        messageStages: number == 0
          ? (1...8).map { $0 >= 4 ? .riskCheck : .ordinary } : [])
    }
    try workbench.add(predictions, toRun: saved.id)
    let units = try workbench.evaluated(run: saved.id, split: .test)
    try workbench.save(
      MetricSuite.evaluate(units, bootstrap: Bootstrap(resamples: 50)), run: saved.id,
      version: MetricSuite.version)
  }
}

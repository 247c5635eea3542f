import Chat
import Evaluation
import Foundation
import Statistics
import Store
import Testing

@testable import Reports

@Suite struct RunComparisonTests {
  /// A workbench with a corpus of 40 conversations and three runs: a good one, a poor one, and one
  /// on another split.
  private func withRuns(_ body: (Workbench) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "nightlight-compare-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let workbench = try Workbench(path: folder + "/w.sqlite")
    _ = try workbench.writeCorpus(
      CorpusRecord(name: "everyday", contentSHA256: "", source: "jsonl")
    ) { writer in
      var chunk = Chunk()
      for number in 0..<40 {
        var conversation = Conversation(id: "c\(number)")
        conversation.label = number % 2 == 0 ? .grooming : .benign
        conversation.split = number < 30 ? .test : .testIID
        conversation.scenario = number % 3 == 0 ? "<coach>" : "party"
        conversation.authors = ["a"]
        chunk.messages.append(author: 0, time: 0, style: .absent, text: "hello".utf8)
        chunk.close(conversation)
      }
      try writer.append(chunk)
      return String(repeating: "0", count: 64)
    }
    for (number, (split, wrong)) in [("test", 3), ("test", 14), ("test-iid", 0)].enumerated() {
      var record = Invented.run(Invented.detectors[number], split: split, id: 0)
      record.key = "key-\(number)"
      let saved = try workbench.save(record)
      let range = split == "test" ? 0..<30 : 30..<40
      let predictions = range.map { id in
        let isPositive = (id % 2 == 0) != (id - range.lowerBound < wrong)
        return PredictionRecord(
          conversation: "c\(id)", score: (isPositive ? 0.8 : 0.2) + Double(id) / 1000,
          alertMessage: isPositive ? 1 : nil, messageScores: [0.5])
      }
      try workbench.add(predictions, toRun: saved.id)
    }
    try body(workbench)
  }

  @Test func twoRunsStandSideBySide() throws {
    try withRuns { workbench in
      let comparison = try RunComparison(1, 2, in: workbench, bootstrap: Bootstrap(resamples: 200))
      #expect(comparison.count == 30)
      let f1 = try #require(comparison.comparison.differences.first { $0.name == "f1" })
      #expect(f1.difference.value ?? 0 > 0)
      #expect(comparison.comparison.mcNemar == McNemarTest(onlyFirst: 11, onlySecond: 0))
      #expect(comparison.text.contains("| f1 | 0.897 |"))
      #expect(comparison.text.contains("only A right"))
      let object = try JSONSerialization.jsonObject(with: Data(comparison.json.utf8))
      let json = try #require(object as? [String: Any])
      #expect(json["n"] as? Int == 30)
      #expect((json["metrics"] as? [String: Any])?.count == MetricSuite.names.count)
    }
  }

  @Test func runsOfOtherConversationsDoNotCompare() throws {
    try withRuns { workbench in
      #expect {
        try RunComparison(1, 3, in: workbench)
      } throws: { "\($0)".contains("expected one corpus and split") }
      #expect(throws: StoreError.self) { try RunComparison(1, 99, in: workbench) }
    }
  }
}

import Chat
import Foundation
import Store

@testable import Experiments

/// A small two-class corpus whose classes differ in some words, for tests of the machinery.
enum Fixtures {
  /// Conversation `number`: every third is grooming, where "lantern" stands in for a sign.
  static func chunk(_ numbers: Range<Int>, split: Split) -> Chunk {
    var chunk = Chunk()
    for number in numbers {
      let isPositive = number % 3 == 0
      var conversation = Conversation(id: "c\(number)")
      conversation.label = isPositive ? .grooming : .benign
      conversation.split = split
      conversation.group = "g\(number / 2)"
      conversation.locale = "en"
      conversation.authors = ["a", "b"]
      conversation.participants = [
        Participant(id: "a", role: "adult", ageBand: "adult"),
        Participant(id: "b", role: "child", ageBand: "13-15"),
      ]
      for message in 0..<(6 + number % 5) {
        let isSign = isPositive && message >= 3
        let words = isSign ? "the lantern is lit again" : "the bus was late on day \(number % 7)"
        chunk.messages.append(
          author: message % 2, time: Int64(message) * 60_000, style: .integer, text: words.utf8,
          stage: isSign ? .isolation : .rapport, signs: isSign ? [.secrecyRequest] : [])
      }
      conversation.onset = isPositive ? 4 : nil
      chunk.close(conversation)
    }
    return chunk
  }

  /// A workbench in a new folder that lives until `body` ends, holding the corpus `tiny`.
  static func withTinyCorpus<T>(_ body: (Workbench) throws -> T) throws -> T {
    try inTemporaryFolder { folder in
      let workbench = try Workbench(path: folder + "/tiny.sqlite")
      _ = try workbench.writeCorpus(
        CorpusRecord(name: "tiny", contentSHA256: "", source: "jsonl")
      ) { writer in
        try writer.append(chunk(0..<60, split: .train))
        try writer.append(chunk(60..<90, split: .validation))
        try writer.append(chunk(90..<120, split: .test))
        return String(repeating: "0", count: 64)
      }
      return try body(workbench)
    }
  }

  static func inTemporaryFolder<T>(_ body: (String) throws -> T) throws -> T {
    let folder = NSTemporaryDirectory() + "nightlight-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }
}

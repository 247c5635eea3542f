import Foundation
import SQLite
import Testing

/// `nightlight-corpus audit`, as a user runs it.
@Suite struct AuditCommandTests {
  private struct Answer: Decodable {
    struct Finding: Decodable {
      var group: String
      var name: String
      var value: Double?
      var bound: String?
      var verdict: String
    }

    var corpus: String
    var against: [String]
    var broken: Int
    var findings: [Finding]
  }

  private func bring(_ place: Workplace) throws {
    let result = try place.run(
      "nightlight-corpus", ["import", "--format", "jsonl", "tiny.jsonl", "--name", "tiny"])
    try #require(result.status == 0, "\(result.error)")
  }

  @Test func aBrokenBoundIsNamedAndGivesStatusTwo() throws {
    try Workplace.with { place in
      try bring(place)
      let result = try place.run("nightlight-corpus", ["audit", "tiny"])
      #expect(result.status == 2, "\(result.error)")
      let line = result.output.split(separator: "\n").first { $0.hasPrefix("best single word ") }
      let text = String(line ?? "")
      #expect(text.contains("≤ 0.7") && text.contains("broken"), "\(text)")
      #expect(result.error.contains("shortcuts 'best single word'"), "\(result.error)")
      // Kinds and signs are not in the file: no figure, and no failure.
      let unknown = result.output.split(separator: "\n").first {
        $0.hasPrefix("gold sign density ")
      }
      #expect(unknown?.contains("—") == true && unknown?.contains("unknown") == true)
    }
  }

  @Test func theAnswerForMachinesIsWhatTheDatabaseKeeps() throws {
    try Workplace.with { place in
      try bring(place)
      let other = try place.run(
        "nightlight-corpus", ["import", "--format", "jsonl", "tiny.jsonl", "--name", "other"])
      #expect(other.status == 0)
      let result = try place.run(
        "nightlight-corpus", ["audit", "tiny", "--against", "other", "--json", "--quiet"])
      #expect(result.status == 2)
      #expect(result.error == "")
      let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
      #expect(answer.corpus == "tiny" && answer.against == ["other"])
      #expect(answer.broken == answer.findings.count { $0.verdict == "broken" })
      #expect(answer.findings.contains { $0.group == "realism" })
      let connection = try Connection(path: place.url("nightlight.sqlite").path)
      let stored = try connection.all("SELECT name, value FROM audit ORDER BY position") {
        "\($0.text(0)) \($0.optionalDouble(1).map { "\($0)" } ?? "-")"
      }
      #expect(
        stored == answer.findings.map { "\($0.name) \($0.value.map { "\($0)" } ?? "-")" })
    }
  }

  @Test func aCorpusThatSaysNothingBreaksNothing() throws {
    try Tool.inTemporaryFolder { folder in
      let place = Workplace(folder: folder)
      try place.write(
        "bare.jsonl",
        (0..<20).map {
          #"{"id":"c\#($0)","messages":[{"author":"a","text":"number \#($0 * 37)"}]}"#
        }.joined(separator: "\n"))
      let brought = try place.run(
        "nightlight-corpus", ["import", "--format", "jsonl", "bare.jsonl", "--name", "bare"])
      #expect(brought.status == 0, "\(brought.error)")
      let result = try place.run("nightlight-corpus", ["audit", "bare"])
      #expect(result.status == 0, "\(result.output)")
      #expect(result.error.contains("No bound is broken."))
    }
  }

  @Test(
    arguments: [
      (["audit", "tiny", "--against", "tiny"], Int32(64), "itself"),
      (["audit", "tiny", "--against", "a,,b"], 64, "commas"),
      (["audit", "tiny", "--against", "a,a"], 64, "twice"),
      (["audit", "tiny", "--against", "none"], 1, "none"), (["audit", "tin"], 1, "tiny"),
    ])
  func whatCannotBeIsSaid(_ words: [String], _ status: Int32, _ says: String) throws {
    try Workplace.with(conversations: 9) { place in
      try bring(place)
      let result = try place.run("nightlight-corpus", words)
      #expect(result.status == status, "\(result.error)")
      #expect(result.error.contains(says), "\(result.error)")
    }
  }
}

import Foundation
import Testing

/// What must not be: each bad input with its exit status and what the sentence must name.
@Suite struct BadInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var status: Int32
    /// Pieces of the error, in order.
    var says: [String]
    var testDescription: String { name }

    init(_ name: String, _ bytes: [UInt8], _ status: Int32, _ says: [String]) {
      (self.name, self.bytes, self.status, self.says) = (name, bytes, status, says)
    }

    init(_ name: String, _ text: String, _ status: Int32, _ says: [String]) {
      self.init(name, Array(text.utf8), status, says)
    }
  }

  static let good = #"{"id":"g","messages":[{"author":"a","text":"hello"}]}"# + "\n"

  static func line(text: [UInt8]) -> [UInt8] {
    Array(#"{"id":"c","messages":[{"author":"a","text":""#.utf8) + text + Array("\"}]}\n".utf8)
  }

  static let cases: [Case] = [
    Case("empty file", "", 3, ["bad.jsonl", "conversation"]),
    Case("blank lines only", "\n\r\n\n", 3, ["bad.jsonl", "conversation"]),
    Case("truncated JSON", good + #"{"id":"c","messages":[{"author":"a","te"#, 3, ["bad.jsonl:2:"]),
    Case("not JSON", "hello\n", 3, ["bad.jsonl:1:"]),
    Case("an array", "[]\n", 3, ["bad.jsonl:1:"]),
    Case("id is a number", #"{"id":5,"messages":[]}"#, 3, ["bad.jsonl:1:", "id"]),
    Case("no id", #"{"messages":[]}"#, 3, ["bad.jsonl:1:", "id"]),
    Case("no messages", #"{"id":"c"}"#, 3, ["bad.jsonl:1:", "messages"]),
    Case(
      "text is a number", #"{"id":"c","messages":[{"author":"a","text":1}]}"#, 3,
      ["bad.jsonl:1:", "text"]),
    Case(
      "no author", #"{"id":"c","messages":[{"text":"x"}]}"#, 3, ["bad.jsonl:1:", "author"]),
    Case(
      "unknown label", #"{"id":"c","label":"spam","messages":[]}"#, 3, ["bad.jsonl:1:", "label"]),
    Case("invalid UTF-8", line(text: [0xFF, 0xFE]), 3, ["bad.jsonl:1:", "UTF-8"]),
    Case("raw NUL", line(text: [0]), 3, ["bad.jsonl:1:"]),
    Case("escaped NUL", line(text: Array(#"\u0000"#.utf8)), 3, ["bad.jsonl:1:", "NUL"]),
    Case(
      "unpaired surrogate", line(text: Array(#"\ud83d!"#.utf8)), 3, ["bad.jsonl:1:", "surrogate"]),
    Case(
      "lone low surrogate", line(text: Array(#"\ude00"#.utf8)), 3, ["bad.jsonl:1:", "surrogate"]),
    Case(
      "nesting 100,000 deep",
      #"{"id":"c","x":"# + String(repeating: "[", count: 100_000) + "\n", 3,
      ["bad.jsonl:1:", "128"]),
    Case("duplicate id", good + good, 3, ["bad.jsonl:2:", "id"]),
    Case("a 70 MB line", line(text: [UInt8](repeating: 97, count: 70 << 20)), 3, ["bad.jsonl:1:"]),
  ]

  @Test(arguments: cases)
  func importIsRefusedAndKeepsNothing(_ bad: Case) throws {
    try Tool.inTemporaryFolder { folder in
      let corpus = Tool("nightlight-corpus", in: folder)
      try Data(Self.good.utf8).write(to: URL(fileURLWithPath: folder + "/good.jsonl"))
      let kept = try corpus.run(["import", "--format", "jsonl", "good.jsonl", "--name", "kept"])
      #expect(kept.status == 0, "\(kept.error)")
      let before = try corpus.run(["list", "--json"]).output
      try Data(bad.bytes).write(to: URL(fileURLWithPath: folder + "/bad.jsonl"))
      let result = try corpus.run(["import", "--format", "jsonl", "bad.jsonl", "--name", "bad"])
      #expect(result.status == bad.status, "\(result.error)")
      for piece in bad.says { #expect(result.error.contains(piece), "\(result.error)") }
      #expect(result.error.utf8.count < 500)
      #expect(try corpus.run(["list", "--json"]).output == before)
    }
  }

  @Test func largeButLegalInputIsRead() throws {
    try Tool.inTemporaryFolder { folder in
      let long = Self.line(text: [UInt8](repeating: 97, count: 60 << 20))
      try Data(long).write(to: URL(fileURLWithPath: folder + "/long.jsonl"))
      let message = #"{"author":"a","text":"hi"}"#
      let many =
        #"{"id":"m","messages":["#
        + Array(repeating: message, count: 100_000).joined(separator: ",") + "]}"
      try Data(many.utf8).write(to: URL(fileURLWithPath: folder + "/many.jsonl"))
      let corpus = Tool("nightlight-corpus", in: folder)
      for name in ["long", "many"] {
        let result = try corpus.run([
          "import", "--format", "jsonl", name + ".jsonl", "--name", name,
        ])
        #expect(result.status == 0, "\(name): \(result.error)")
      }
      let list = try corpus.run(["list", "--json"]).output
      #expect(list.contains("100000"))
    }
  }

  @Test func tablesComeInAndGoOut() throws {
    try Tool.inTemporaryFolder { folder in
      let table = """
        conversation,author,time,text,label,split
        c1,a,2031-05-02T18:04:11Z,"hello, you",benign,train
        c1,b,,hi,benign,train

        """
      try Data(table.utf8).write(to: URL(fileURLWithPath: folder + "/chats.csv"))
      try Data((table + "c2,a\n").utf8).write(to: URL(fileURLWithPath: folder + "/bad.csv"))
      let corpus = Tool("nightlight-corpus", in: folder)
      let bad = try corpus.run(["import", "--format", "csv", "bad.csv", "--name", "mine"])
      #expect(bad.status == 3)
      #expect(bad.error.contains("bad.csv:4: 2 fields; expected 6"), "\(bad.error)")
      let good = try corpus.run(["import", "--format", "csv", "chats.csv", "--name", "mine"])
      #expect(good.status == 0, "\(good.error)")
      let again = try corpus.run(["export", "mine", "--format", "csv", "--output", "-"])
      #expect(again.output == table)
    }
  }

  @Test func panFilesWithADoctypeAreRefused() throws {
    try Tool.inTemporaryFolder { folder in
      let bomb = """
        <?xml version="1.0"?>
        <!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
        <conversations><conversation id="c"><message line="1"><author>a</author>
        <time>10:00</time><text>&b;</text></message></conversation></conversations>
        """
      try Data(bomb.utf8).write(to: URL(fileURLWithPath: folder + "/bomb.xml"))
      let corpus = Tool("nightlight-corpus", in: folder)
      let result = try corpus.run(["import", "--format", "pan12", "bomb.xml", "--name", "bomb"])
      #expect(result.status == 3)
      #expect(result.error.contains("bomb.xml:2:"), "\(result.error)")
      #expect(result.error.contains("DOCTYPE"), "\(result.error)")
    }
  }

  @Test(
    arguments: [
      ("nightlight-corpus", ["show", "none", "c1"], 1, "none"),
      ("nightlight-corpus", ["rm", "none"], 1, "none"),
      ("nightlight-corpus", ["stats", "none"], 1, "none"),
      ("nightlight-corpus", ["verify", "none"], 1, "none"),
      ("nightlight-corpus", ["audit", "none"], 1, "none"),
      ("nightlight-corpus", ["export", "none", "--format", "jsonl", "--output", "-"], 1, "none"),
      (
        "nightlight-corpus", ["import", "--format", "jsonl", "no.jsonl", "--name", "x"], 1,
        "no.jsonl"
      ),
      ("nightlight-corpus", ["import", "--format", "word", "no.doc", "--name", "x"], 64, "word"),
      ("nightlight-corpus", ["generate", "--recipe", "no.json"], 1, "no.json"),
      ("nightlight-corpus", ["genrate"], 64, "generate"),
      ("nightlight-bench", ["run", "--corpus", "none"], 1, "none"),
      ("nightlight-bench", ["show", "99"], 1, "99"),
      ("nightlight-bench", ["run", "--corpus", "x", "--view", "full"], 64, "--views"),
      ("nightlight-bench", ["check", "no-such-detector"], 64, "no-such-detector"),
      ("nightlight-bench", ["check", "no-such.json"], 1, "no-such.json"),
      ("nightlight-bench", ["serve", "--model", "no.model"], 1, "no.model"),
      (
        "nightlight-bench", ["import-run", "no.jsonl", "--corpus", "good", "--name", "x"], 1,
        "no.jsonl"
      ),
      (
        "nightlight-bench",
        ["import-run", "x", "--corpus", "good", "--name", "x", "--split", "train"],
        64, "--split"
      ),
      ("nightlight-report", ["table", "--corpus", "none"], 1, "none"),
      ("nightlight-report", ["table", "--format", "word"], 64, "word"),
      ("nightlight-scan", ["info", "no.model"], 1, "no.model"),
      ("nightlight-scan", ["rate", "--model", "no.model"], 1, "no.model"),
    ] as [(String, [String], Int32, String)])
  func commandsSayWhatIsWrong(
    _ tool: String, _ words: [String], _ status: Int32, _ says: String
  ) throws {
    try Tool.inTemporaryFolder { folder in
      try Data(Self.good.utf8).write(to: URL(fileURLWithPath: folder + "/good.jsonl"))
      _ = try Tool("nightlight-corpus", in: folder)
        .run(["import", "--format", "jsonl", "good.jsonl", "--name", "good"])
      let result = try Tool(tool, in: folder).run(words)
      #expect(result.status == status, "\(result.error)")
      #expect(result.error.contains(says), "\(result.error)")
      #expect(result.output.isEmpty)
    }
  }

  @Test func aFileThatIsNoDatabaseIsLeftAlone() throws {
    try Tool.inTemporaryFolder { folder in
      let path = folder + "/letter.sqlite"
      let letter = Data("Dear reader, this is a letter and not a database at all.".utf8)
      try letter.write(to: URL(fileURLWithPath: path))
      let result = try Tool("nightlight-corpus", in: folder).run(["list", "--db", path])
      #expect(result.status == 1)
      #expect(result.error.contains("letter.sqlite"), "\(result.error)")
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == letter)
    }
  }

  @Test func aModelThatWasChangedIsRefused() throws {
    try Tool.inTemporaryFolder { folder in
      for (name, bytes) in [
        ("empty", ""), ("letter", "Dear reader"), ("newer", "nightlight-model 2\n{}\n"),
        ("short", "nightlight-model 1\n{}"),
      ] {
        try Data(bytes.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name).model"))
        let result = try Tool("nightlight-scan", in: folder).run(["info", "\(name).model"])
        #expect(result.status == 3, "\(name): \(result.error)")
        #expect(result.error.contains("\(name).model: "))
      }
    }
  }

  @Test func anUnwritableOutputIsNamedAndAFullDiskToo() throws {
    try Tool.inTemporaryFolder { folder in
      let corpus = Tool("nightlight-corpus", in: folder)
      try Data(Self.good.utf8).write(to: URL(fileURLWithPath: folder + "/good.jsonl"))
      _ = try corpus.run(["import", "--format", "jsonl", "good.jsonl", "--name", "good"])
      for (output, says) in [
        ("none/x.jsonl", "none/x.jsonl: No such file or directory"),
        ("/dev/full", "/dev/full: No space left on device"),
      ] {
        let result = try corpus.run(["export", "good", "--format", "jsonl", "--output", output])
        #expect(result.status == 1)
        #expect(result.error.contains(says), "\(result.error)")
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(!left.contains { $0.contains("partial") })
    }
  }
}

import Chat
import CorpusFormats
import Foundation
import Store
import Testing

@testable import Experiments

@Suite struct CorpusImportTests {
  private func lines(_ numbers: Range<Int>) -> [UInt8] {
    let chunk = Fixtures.chunk(numbers, split: .train)
    var bytes: [UInt8] = []
    for index in chunk.conversations.indices {
      JSONL.append(chunk, conversation: index, to: &bytes)
    }
    return bytes
  }

  @Test func theContentIsThatOfTheExport() throws {
    try Fixtures.inTemporaryFolder { folder in
      let path = folder + "/in.jsonl"
      let bytes = lines(0..<20)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let workbench = try Workbench(path: folder + "/db.sqlite")
      let (corpus, summary) = try CorpusImport(format: .jsonl, path: path)
        .store(in: workbench, name: "x") { _ in }
      #expect(summary.conversations == 20)
      #expect(corpus.conversations == 20)
      #expect(corpus.contentSHA256 == SHA256.hex(SHA256.digest(of: bytes)))
    }
  }

  @Test func conversationsWithoutASplitAreCutByLabel() throws {
    try Fixtures.inTemporaryFolder { folder in
      let path = folder + "/in.jsonl"
      let text = String(decoding: lines(0..<300), as: UTF8.self)
        .replacing(#""split":"train","#, with: "")
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      let workbench = try Workbench(path: folder + "/db.sqlite")
      _ = try CorpusImport(format: .jsonl, path: path).store(in: workbench, name: "x") { _ in }
      for (split, expected) in [(Chat.Split.train, 180), (.validation, 60), (.test, 60)] {
        var counts = 0
        try workbench.readChunks(corpus: "x", split: split) { counts += $0.conversations.count }
        #expect(abs(counts - expected) <= 4, "\(split): \(counts)")
      }
    }
  }

  @Test func aBadLineKeepsNothing() throws {
    try Fixtures.inTemporaryFolder { folder in
      let path = folder + "/in.jsonl"
      try Data(lines(0..<5) + Array("{\"id\":".utf8)).write(to: URL(fileURLWithPath: path))
      let workbench = try Workbench(path: folder + "/db.sqlite")
      let strict = CorpusImport(format: .jsonl, path: path)
      #expect(throws: FormatError.self) { try strict.store(in: workbench, name: "x") { _ in } }
      #expect(try workbench.corpora().isEmpty)
      let lenient = CorpusImport(format: .jsonl, path: path, isLenient: true)
      let (corpus, summary) = try lenient.store(in: workbench, name: "x") { _ in }
      #expect(corpus.conversations == 5)
      #expect(summary.skipped.map(\.line) == [6])
    }
  }

  @Test func authorsStayTogetherAndTheRestIsFilteredOut() throws {
    try Fixtures.inTemporaryFolder { folder in
      let workbench = try Workbench(path: folder + "/db.sqlite")
      let path = folder + "/in.xml"
      // Twelve conversations of three people who all know one another by "ann", and one of six lines.
      let conversations = (0..<13).map { number in
        let messages = (0..<(number == 12 ? 6 : 12)).map { line in
          "<message line=\"\(line + 1)\"><author>\(line % 2 == 0 ? "ann" : "b\(number)")</author>"
            + "<time>10:00</time><text>the bus was late</text></message>"
        }
        return "<conversation id=\"c\(number)\">\(messages.joined())</conversation>"
      }
      try Data("<conversations>\(conversations.joined())</conversations>".utf8)
        .write(to: URL(fileURLWithPath: path))
      let work = CorpusImport(
        format: .pan12, path: path, filter: .villatoroTello, keepsAuthorsTogether: true)
      let (corpus, summary) = try work.store(in: workbench, name: "x") { _ in }
      #expect(summary.conversations == 13)
      #expect(corpus.conversations == 12)
      var splits: Set<String> = []
      var groups: Set<String> = []
      try workbench.readChunks(corpus: "x", split: nil) { chunk in
        for conversation in chunk.conversations {
          splits.insert(conversation.split?.rawValue ?? "none")
          groups.insert(conversation.cluster)
        }
      }
      #expect(splits.count == 1)
      #expect(groups == ["c0"])
    }
  }
}

import Chat
import CorpusFormats
import Testing

/// The limit of 64 MiB a line, with real lines.
@Suite(.serialized) struct LongLineTests {
  /// A line with a long text, in pieces that share their bytes.
  private func line(megabytes: Int) -> [[UInt8]] {
    let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1_000_000)
    return [Array(#"{"id":"long","messages":[{"author":"a","text":""#.utf8)]
      + Array(repeating: piece, count: megabytes) + [Array("\"}]}\n".utf8)]
  }

  @Test func sixtyMegabytesAreRead() throws {
    let file = TemporaryFile(line(megabytes: 60))
    var count = 0
    _ = try JSONL.read(path: file.path) { chunk in count = chunk.messages.text.count }
    #expect(count == 60_000_000)
  }

  @Test func seventyMegabytesAreRefused() throws {
    let file = TemporaryFile([Array("\n".utf8)] + line(megabytes: 70))
    #expect(
      throws: FormatError(
        file: file.path, line: 2,
        reason: "longer than 64 MiB; expected one conversation a line, none longer")
    ) { _ = try JSONL.read(path: file.path) { _ in } }
  }

  @Test func anEndlessLineIsNotReadToItsEnd() {
    // Zeros without a newline, for ever.
    #expect(throws: FormatError.self) { _ = try JSONL.read(path: "/dev/zero") { _ in } }
  }

  @Test func lenientGoesOnBehindALongLine() throws {
    let file = TemporaryFile(line(megabytes: 70) + [Array(#"{"id":"b","messages":[]}"#.utf8)])
    var ids: [String] = []
    let summary = try JSONL.read(path: file.path, options: .init(isLenient: true)) { chunk in
      ids += chunk.conversations.map(\.id)
    }
    #expect(ids == ["b"] && summary.skipped.map(\.line) == [1])
  }
}

import Chat
import Testing

@testable import Store

@Suite struct MessageScratchTests {
  private func append(_ text: String, author: UInt32, to scratch: inout MessageScratch) -> Bool {
    let row = MessageScratch.Row(
      author: author, time: Int64(author) * 1000, style: .isoSecondsUTC, session: author + 1,
      stage: UInt8(author), signs: [.threat], cues: [])
    return Array(text.utf8).withUnsafeBufferPointer { scratch.append(row, text: $0) }
  }

  @Test func messagesMoveBehindThoseThatAreThere() {
    var columns = MessageColumns()
    columns.append(author: 3, time: 0, style: .absent, text: "before".utf8)
    var scratch = MessageScratch()
    defer { scratch.deallocate() }
    // Twice, with more room the second time.
    for texts in [["ab", ""], ["c", "de", "fgh"]] {
      scratch.begin(
        messages: texts.count, textBytes: texts.joined().utf8.count, after: columns)
      for (author, text) in texts.enumerated() {
        #expect(append(text, author: UInt32(author), to: &scratch))
      }
      scratch.move(to: &columns)
    }
    #expect(String(decoding: columns.text, as: UTF8.self) == "beforeabcdefgh")
    #expect(columns.textEnd == [6, 8, 8, 9, 11, 14])
    #expect(columns.author == [3, 0, 1, 0, 1, 2])
    #expect(columns.time == [0, 0, 1000, 0, 1000, 2000])
    #expect(columns.timeStyle == [.absent] + Array(repeating: .isoSecondsUTC, count: 5))
    #expect(columns.session == [0, 1, 2, 1, 2, 3])
    #expect(columns.stage == [255, 0, 1, 0, 1, 2])
    #expect(columns.signs == [[]] + Array(repeating: [.threat], count: 5))
    #expect(columns.cues == Array(repeating: [], count: 6))
  }

  @Test func moreThanTheConversationSaidIsRefused() {
    var scratch = MessageScratch()
    defer { scratch.deallocate() }
    scratch.begin(messages: 8, textBytes: 8, after: MessageColumns())
    // The memory of the larger conversation is there; its size is not.
    scratch.begin(messages: 2, textBytes: 3, after: MessageColumns())
    #expect(!append("abcd", author: 0, to: &scratch))
    #expect(append("abc", author: 0, to: &scratch))
    #expect(!append("d", author: 0, to: &scratch))
    #expect(append("", author: 0, to: &scratch))
    #expect(!append("", author: 0, to: &scratch))
    #expect(scratch.count == 2)
  }
}

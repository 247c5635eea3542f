import Chat
import SQLite
import Testing

@testable import Store

/// Rows that no program of ours leaves behind must be found, whichever conversation would get them.
struct MessageReceiverTests {
  private let workbench: Workbench

  /// Three conversations of two messages for training, one without any, and two for testing.
  init() throws {
    workbench = try Workbench(path: ":memory:")
    var chunk = Chunk()
    for (index, count) in [2, 2, 2, 0, 2, 2].enumerated() {
      for number in 0..<count {
        chunk.messages.append(author: 0, time: 0, style: .absent, text: "\(index)\(number)".utf8)
      }
      var conversation = Conversation(id: "c\(index)")
      conversation.split = index < 4 ? .train : .test
      conversation.authors = ["a"]
      chunk.close(conversation)
    }
    try workbench.store(chunk)
  }

  private func texts(_ split: Split?, maximumTextBytes: Int = 1 << 20) throws -> [[String]] {
    var texts: [[String]] = []
    try workbench.readChunks(corpus: "small", split: split, maximumTextBytes: maximumTextBytes) {
      chunk in
      for conversation in chunk.conversations {
        texts.append(
          conversation.messages.map { index in
            chunk.messages.withText(index) { span in
              span.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
            }
          })
      }
    }
    return texts
  }

  @Test(arguments: [0, 5, 8, 1 << 20]) func everyConversationGetsItsMessages(bytes: Int) throws {
    let train = [["00", "01"], ["10", "11"], ["20", "21"], []]
    let test = [["40", "41"], ["50", "51"]]
    #expect(try texts(nil, maximumTextBytes: bytes) == train + test)
    #expect(try texts(.train, maximumTextBytes: bytes) == train)
    #expect(try texts(.test, maximumTextBytes: bytes) == test)
  }

  @Test(arguments: [
    // Those behind must not move up, nor those of another split.
    "DELETE FROM message WHERE conversation_id = 1",
    "DELETE FROM message WHERE conversation_id = 2",
    "DELETE FROM message WHERE conversation_id = 3",
    // Nor may one be left over: within a run, at its end, and where there should be none.
    "INSERT INTO message SELECT 1, 3, author, NULL, 0, 1, NULL, NULL, NULL, '', NULL FROM message",
    "INSERT INTO message SELECT 3, 3, author, NULL, 0, 1, NULL, NULL, NULL, '', NULL FROM message",
    "INSERT INTO message SELECT 4, 1, author, NULL, 0, 1, NULL, NULL, NULL, '', NULL FROM message",
    "UPDATE message SET number = 0 WHERE conversation_id = 2 AND number = 1",
    "UPDATE message SET conversation_id = 1, number = number + 2 WHERE conversation_id = 2",
  ]) func rowsThatDoNotFitAreSaid(statement: String) throws {
    try workbench.connection.script(statement + (statement.hasPrefix("INSERT") ? " LIMIT 1" : ""))
    let damage = StoreError.damaged(
      path: ":memory:", reason: "an unknown value in message.number")
    for split in [nil, Split.train] {
      #expect(throws: damage) { try texts(split) }
      #expect(throws: damage) { try texts(split, maximumTextBytes: 0) }
    }
    #expect(try texts(.test) == [["40", "41"], ["50", "51"]])
  }
}

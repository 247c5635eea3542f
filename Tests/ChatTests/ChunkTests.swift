import Chat
import Testing

@Suite struct ChunkTests {
  private func add(_ text: String, to chunk: inout Chunk) {
    chunk.messages.append(author: 0, time: 0, style: .absent, text: text.utf8)
  }

  @Test func closeTakesTheOpenMessages() {
    var chunk = Chunk()
    add("one", to: &chunk)
    add("two", to: &chunk)
    #expect(chunk.openMessages == 0..<2)
    chunk.close(Conversation(id: "c1"))
    chunk.close(Conversation(id: "empty"))
    add("three", to: &chunk)
    chunk.close(Conversation(id: "c2"))
    #expect(chunk.conversations.map(\.messages) == [0..<2, 2..<2, 2..<3])
    #expect(chunk.openMessages.isEmpty)
  }

  @Test func discardForgetsOpenMessagesOnly() {
    var chunk = Chunk()
    add("kept", to: &chunk)
    chunk.close(Conversation(id: "c1"))
    add("dropped", to: &chunk)
    chunk.messages.text += Array("half".utf8)
    chunk.discardOpenMessages()
    #expect(chunk.messages.count == 1)
    #expect(chunk.messages.text == Array("kept".utf8))
    #expect(chunk.conversations.count == 1)
  }

  @Test func removeAllEmptiesIt() {
    var chunk = Chunk()
    add("text", to: &chunk)
    chunk.close(Conversation(id: "c1"))
    chunk.removeAll()
    #expect(chunk.conversations.isEmpty && chunk.messages.count == 0 && chunk.messages.text.isEmpty)
  }
}

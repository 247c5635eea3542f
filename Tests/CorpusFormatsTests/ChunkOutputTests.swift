import Chat
import Testing

@testable import CorpusFormats

@Suite struct ChunkOutputTests {
  @Test func neverHoldsMoreThanTheMaximumUnlessOneConversationDoes() throws {
    var output = ChunkOutput(maximumTextBytes: 10)
    var sizes: [[Int]] = []
    func take(_ chunk: inout Chunk) {
      sizes.append(chunk.conversations.map { $0.messages.count })
    }
    for (index, length) in [4, 6, 1, 30, 9, 2].enumerated() {
      try output.makeRoom(for: length, source: 0, take)
      output.chunk.messages.append(
        author: 0, time: 0, style: .absent, text: repeatElement(0x78, count: length))
      output.chunk.close(Conversation(id: "\(index)"))
      try output.handOnIfFull(take)
    }
    let summary = try output.finish(file: "f", lastLine: 6, take)
    #expect(sizes.map(\.count) == [2, 1, 1, 1, 1])
    #expect(summary.conversations == 6 && summary.messages == 6)
  }

  @Test func idsKnowTheirLines() throws {
    var ids = IdentifierSet()
    try ids.insert("a", line: 1)
    try ids.insert("b", line: 3)
    do throws(LineFault) {
      try ids.insert("b", line: 4)
      Issue.record("the id was accepted twice")
    } catch {
      #expect(error.reason == "the id stands on line 3 too; expected every id once")
    }
  }
}

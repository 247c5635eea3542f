import Chat
import Testing

@testable import Audits

@Suite struct ChatWindowTests {
  private func windows(_ texts: [String], stride: Int = ChatWindow.length) -> [ChatWindow] {
    var chunk = Chunk()
    var conversation = Conversation(id: "c")
    conversation.authors = ["a"]
    for text in texts {
      chunk.messages.append(author: 0, time: 0, style: .absent, text: text.utf8)
    }
    chunk.close(conversation)
    return ChatWindow.cut(chunk, chunk.conversations[0], unit: "u", stride: stride)
  }

  @Test func windowsAreDisjointOrOverlapByTheirStride() {
    let texts = (0..<35).map { "message number \($0)" }
    #expect(windows(texts).count == 3)
    #expect(windows(texts, stride: 1).count == 26)
    #expect(windows(Array(texts.prefix(9))).isEmpty, "too short")
    #expect(windows(Array(texts.prefix(10))).count == 1)
  }

  @Test func theCharactersHaveLengthOneAndKnowNoCase() throws {
    let texts = (0..<10).map { "Rain on the ROOF \($0)" }
    let window = try #require(windows(texts).first)
    let norm = window.characters.reduce(0) { $0 + $1.value * $1.value }
    #expect(abs(norm - 1) < 1e-12)
    #expect(window.characters.allSatisfy { (0..<ChatWindow.buckets).contains($0.index) })
    let lower = try #require(windows(texts.map { $0.lowercased() }).first)
    #expect(lower.characters.map(\.index) == window.characters.map(\.index))
  }

  @Test func emptyMessagesMakeAWindowOfFiniteNumbers() throws {
    let window = try #require(windows([String](repeating: "", count: 10)).first)
    #expect(window.surface.allSatisfy { $0.isFinite })
    #expect(window.characters.allSatisfy { $0.value.isFinite })
  }
}

import Chat
import Testing

@testable import Detection

@Suite struct ExamplesTests {
  private func chunk(_ labels: [Label?]) -> Chunk {
    var chunk = Chunk()
    for (number, label) in labels.enumerated() {
      var conversation = Conversation(id: "c\(number)")
      conversation.label = label
      conversation.authors = ["a"]
      chunk.messages.append(author: 0, time: 0, style: .absent, text: "hello".utf8)
      chunk.close(conversation)
    }
    return chunk
  }

  @Test func onlyGroomingAndBenignAreExamplesInTheirOrder() {
    let examples = Examples([
      chunk([.benign, nil, .grooming]), chunk([.insufficientEvidence, .grooming]),
    ])
    #expect(examples.items.map(\.chunk) == [0, 0, 1])
    #expect(examples.items.map(\.conversation) == [0, 2, 1])
    #expect(examples.items.map(\.isPositive) == [false, true, true])
    #expect(examples.chunks.count == 2)
  }

  @Test func nothingLabelledGivesNoExamples() {
    #expect(Examples([chunk([nil, .insufficientEvidence])]).items.isEmpty)
    #expect(Examples([]).items.isEmpty)
  }
}

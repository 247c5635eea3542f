import Chat
import Experiments
import Testing

@Suite struct ConversationFilterTests {
  /// A conversation in which each author writes so many messages.
  private func keeps(_ filter: ConversationFilter, _ counts: [Int]) -> Bool {
    var chunk = Chunk()
    var conversation = Conversation(id: "c")
    conversation.authors = counts.indices.map { "author\($0)" }
    for (author, count) in counts.enumerated() {
      for _ in 0..<count {
        chunk.messages.append(
          author: author, time: 0, style: .absent, text: "the bus was late".utf8)
      }
    }
    chunk.close(conversation)
    return filter.keeps(chunk.conversations[0], in: chunk.messages)
  }

  @Test(arguments: [
    ([6, 6], true), ([6, 5], false), ([40], false), ([6, 7, 8], true), ([6, 7, 1], false),
    ([], false),
  ])
  func villatoroTelloAsksForSixOfEach(counts: [Int], isKept: Bool) {
    #expect(keeps(.villatoroTello, counts) == isKept)
  }

  @Test(arguments: [([7, 7], true), ([7, 6], false), ([7, 7, 7], false)])
  func pairsAreTwoWithSevenEach(counts: [Int], isKept: Bool) {
    #expect(keeps(.pairs, counts) == isKept)
  }
}

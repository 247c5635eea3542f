import Chat
import Testing

@testable import Detection

@Suite struct ViewLensTests {
  private func texts(_ chunk: Chunk, _ index: Int) -> [String] {
    chunk.conversations[index].messages.map { message in
      String(
        decoding: chunk.messages.text[chunk.messages.textRange(message)], as: UTF8.self)
    }
  }

  @Test func fullIsTheChunkItself() {
    let chunk = ToyCorpus.chunk(seed: 1, count: 3)
    let seen = ViewLens(.full, salt: 1).chunk(chunk)
    #expect(seen.conversations == chunk.conversations)
    #expect(seen.messages.text == chunk.messages.text)
  }

  @Test func aMaskKeepsEverythingButText() {
    let chunk = ToyCorpus.chunk(seed: 1, count: 5)
    let seen = ViewLens(.metadata, salt: 1).chunk(chunk)
    #expect(seen.messages.author == chunk.messages.author)
    #expect(seen.messages.time == chunk.messages.time)
    #expect(seen.messages.textEnd == chunk.messages.textEnd)
    #expect(seen.messages.text.allSatisfy { $0 == 0x20 })
    #expect(seen.conversations.map(\.label) == chunk.conversations.map(\.label))
  }

  @Test func theLastMessagesRemain() {
    let chunk = ToyCorpus.chunk(texts: (1...30).map { "message \($0)" })
    let seen = ViewLens(.lastK, salt: 1).chunk(chunk)
    #expect(texts(seen, 0) == (11...30).map { "message \($0)" })
  }

  @Test func aReportHoldsTheMessageAndTheFourBeforeIt() {
    let chunk = ToyCorpus.chunk(texts: (1...30).map { "message \($0)" })
    let lens = ViewLens(.reported, salt: 1)
    let reported = lens.reportedMessage(of: chunk.conversations[0])
    #expect((1...30).contains(reported))
    #expect(
      texts(lens.chunk(chunk), 0)
        == (max(1, reported - 4)...reported).map { "message \($0)" })
  }

  /// The moment is drawn evenly: over many ids every third of the conversation holds a third.
  @Test func reportsComeAtAnyMoment() {
    let lens = ViewLens(.reported, salt: 1)
    var thirds = [0, 0, 0]
    for number in 0..<3000 {
      var conversation = Conversation(id: "c\(number)")
      conversation.messages = 100..<130
      thirds[(lens.reportedMessage(of: conversation) - 1) / 10] += 1
    }
    #expect(thirds.allSatisfy { (900...1100).contains($0) })
    #expect(lens.reportedMessage(of: Conversation(id: "empty")) == 0)
    #expect(lens.readable(Conversation(id: "empty")).isEmpty)
  }

  @Test func aClaimStandsBeforeTheFirstMessageOfItsAuthor() {
    var chunk = Chunk()
    for (author, text) in [(0, "hi"), (1, "hello"), (0, "how are you")] {
      chunk.messages.append(author: author, time: 0, style: .absent, text: text.utf8)
    }
    var conversation = Conversation(id: "c")
    conversation.authors = ["a", "b"]
    conversation.participants = [Participant(id: "a", claimedAgeBand: "13-15")]
    chunk.close(conversation)
    let seen = ViewLens(.profile, salt: 1).chunk(chunk)
    #expect(texts(seen, 0) == ["_claims_13_15_ hi", "hello", "how are you"])
  }

  /// Evidence names the messages of the conversation, not those of the window.
  @Test func evidenceKeepsTheConversationsNumbers() throws {
    let detector = try DetectorCatalogueTests.trained("naive-bayes", seed: 1)
    let chunk = ToyCorpus.chunk(texts: (1...30).map { $0 == 30 ? "tulip lawn" : "the piano" })
    let evidence = ViewLens(.lastK, salt: 1).explain(detector, chunk, conversation: 0, limit: 1)
    #expect(evidence.map(\.message) == [30])
    #expect(
      evidence == detector.explain(chunk, conversation: 0, limit: 1))
  }
}

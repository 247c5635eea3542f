import Chat
import Testing

@testable import Detection

/// What a scorer says behind a view equals what it says of the viewed conversation.
@Suite struct ViewedScorerTests {
  private func scores(_ scorer: any Scorer, _ chunk: Chunk, _ index: Int) -> [Double] {
    scorer.begin(claims: ViewLens.claims(chunk.conversations[index]))
    let columns = chunk.messages
    return chunk.conversations[index].messages.map { message in
      scorer.observe(
        author: Int(columns.author[message]), time: columns.time[message],
        text: columns.text.span.extracting(columns.textRange(message)))
    }
  }

  @Test(arguments: [View.redacted, .hashed, .metadata, .profile])
  func aMaskedStreamEqualsTheMaskedConversation(_ view: View) throws {
    let detector = try DetectorCatalogueTests.trained("naive-bayes", seed: 2)
    let lens = ViewLens(view, salt: 3)
    let chunk = ToyCorpus.chunk(seed: 21, count: 10)
    let seen = lens.chunk(chunk)
    let scorer = lens.scorer(detector.makeScorer())
    for index in chunk.conversations.indices {
      #expect(
        scores(scorer, chunk, index).map(\.bitPattern)
          == detector.scores(seen, index).map(\.bitPattern))
    }
  }

  /// After every message the score is that of a fresh run on the latest messages alone.
  @Test(arguments: [View.lastK, .reported])
  func aWindowEqualsAFreshRunOnIt(_ view: View) throws {
    let detector = try DetectorCatalogueTests.trained("linear-svm", seed: 2)
    let lens = ViewLens(view, salt: 3)
    let width = try #require(lens.window)
    let chunk = ToyCorpus.chunk(seed: 22, count: 4, messages: 30...45)
    let scorer = lens.scorer(detector.makeScorer())
    let columns = chunk.messages
    for (index, conversation) in chunk.conversations.enumerated() {
      let streamed = scores(scorer, chunk, index)
      for length in 1...conversation.messages.count {
        var window = Chunk()
        for message in conversation.messages.prefix(length).suffix(width) {
          window.messages.append(
            author: Int(columns.author[message]), time: columns.time[message],
            style: columns.timeStyle[message], text: columns.text[columns.textRange(message)])
        }
        window.close(Conversation(id: "window"))
        #expect(
          detector.scores(window, 0).last?.bitPattern == streamed[length - 1].bitPattern,
          "prefix \(length)")
      }
    }
  }

  /// Under ``View/metadata`` two corpora of equal lengths are one corpus, whatever they say.
  @Test func metadataHoldsNoText() throws {
    let chunk = ToyCorpus.chunk(seed: 30, count: 60)
    var other = chunk
    for index in other.messages.text.indices where other.messages.text[index] != 0x20 {
      other.messages.text[index] = 0x61 + UInt8(index % 26)
    }
    let lens = ViewLens(.metadata, salt: 1)
    for entry in DetectorCatalogue.entries where entry.views.contains(.metadata) {
      let trained = try [chunk, other].map { chunk in
        try DetectorCatalogue.train(
          entry.name, on: lens.examples(Examples([chunk])),
          validation: lens.examples(Examples([chunk])), seed: 1)
      }
      #expect(trained[0].encoded() == trained[1].encoded())
      for index in chunk.conversations.indices {
        #expect(
          scores(lens.scorer(trained[0].makeScorer()), chunk, index).map(\.bitPattern)
            == scores(lens.scorer(trained[1].makeScorer()), other, index).map(\.bitPattern))
      }
    }
  }
}

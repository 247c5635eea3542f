import Chat
import Testing

@testable import Detection

@Suite struct ShortcutTests {
  static func trained() throws -> Shortcut {
    try #require(try DetectorCatalogueTests.trained("shortcut", seed: 3) as? Shortcut)
  }

  @Test func wordsChangeNothing() throws {
    let detector = try Self.trained()
    let one = ToyCorpus.chunk(texts: ["soil soil", "abc"])
    let other = ToyCorpus.chunk(texts: ["piano cho", "xyz"])
    #expect(detector.scores(one, 0) == detector.scores(other, 0))
  }

  @Test func lengthIsFoundWhereItTellsTheClasses() throws {
    // Positives are longer: the control must see it.
    func examples(_ seed: UInt64) -> Examples {
      var chunk = Chunk()
      for source in [
        ToyCorpus.chunk(seed: seed, count: 60, messages: 10...12),
        ToyCorpus.chunk(seed: seed + 1, count: 60, messages: 3...5),
      ] {
        for conversation in source.conversations {
          for message in conversation.messages {
            let columns = source.messages
            chunk.messages.append(
              author: Int(columns.author[message]), time: columns.time[message],
              style: .isoSecondsUTC, text: columns.text[columns.textRange(message)])
          }
          var copy = Conversation(id: "\(chunk.conversations.count)")
          copy.label = conversation.messages.count > 7 ? .grooming : .benign
          chunk.close(copy)
        }
      }
      return Examples([chunk])
    }
    let detector = try Shortcut.train(
      on: examples(1), validation: examples(11), seed: 1, checkpoint: {})
    let test = examples(21)
    for item in test.items {
      let score = detector.scores(test.chunks[0], item.conversation).last ?? 0
      #expect((score > 0.5) == item.isPositive)
    }
  }

  @Test func contributionsSumFromTheEmptyConversation() throws {
    let detector = try Self.trained()
    let chunk = ToyCorpus.chunk(seed: 77, count: 6)
    let empty = detector.margin(ConversationShape().row)
    for index in chunk.conversations.indices {
      let evidence = detector.explain(chunk, conversation: index, limit: .max)
      let margin = evidence.reduce(empty) { $0 + $1.contribution }
      let score = try #require(detector.scores(chunk, index).last)
      #expect((detector.calibration.probability(margin) - score).magnitude < 1e-9)
      #expect(evidence.allSatisfy { $0.terms.allSatisfy(Shortcut.features.contains) })
    }
  }
}

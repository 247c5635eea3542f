import Chat
import Detection
import Testing

@Suite struct DetectorAuthorScoresTests {
  /// Two authors; who says what is given by number.
  static func chunk(_ messages: [(author: Int, text: String)]) -> Chunk {
    var chunk = Chunk()
    for message in messages {
      chunk.messages.append(
        author: message.author, time: 0, style: .absent, text: message.text.utf8)
    }
    var conversation = Conversation(id: "given")
    conversation.authors = ["a", "b"]
    chunk.close(conversation)
    return chunk
  }

  @Test(arguments: DetectorCatalogueTests.names)
  func theScoresOfTheAuthorsSumToThatOfTheConversation(_ name: String) throws {
    let detector = try DetectorCatalogueTests.trained(name, seed: 1)
    let chunk = ToyCorpus.chunk(seed: 12, count: 10)
    for (index, conversation) in chunk.conversations.enumerated() {
      let scores = detector.authorScores(chunk, conversation: index)
      #expect(scores.count == conversation.authors.count)
      #expect(scores.allSatisfy { $0 >= 0 && $0 <= 1 })
      let whole = detector.scores(chunk, index).last ?? 0
      #expect((scores.reduce(0, +) - whole).magnitude < 1e-9, "conversation \(index)")
    }
  }

  @Test(arguments: DetectorCatalogueTests.readers)
  func whoSaysTheTellingWordsGetsTheScore(_ name: String) throws {
    let detector = try DetectorCatalogueTests.trained(name, seed: 2)
    let chunk = Self.chunk([
      (0, "piano and drum"), (1, "tulip soil compost"), (0, "melody piano"), (1, "fern and spade"),
    ])
    let scores = detector.authorScores(chunk, conversation: 0)
    #expect(scores[1] > 3 * scores[0], "\(scores)")
  }

  @Test func whereNothingSpeaksForItAuthorsShareAlikeAndNobodyWroteNothing() throws {
    let detector = try DetectorCatalogueTests.trained("linear-svm", seed: 2)
    let chunk = Self.chunk([(0, "piano"), (1, ""), (0, "drum melody")])
    let scores = detector.authorScores(chunk, conversation: 0)
    #expect(scores[0] == scores[1] && scores[0] > 0)
    var empty = Chunk()
    empty.close(Conversation(id: "empty"))
    #expect(detector.authorScores(empty, conversation: 0) == [])
  }
}

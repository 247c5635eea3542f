import Chat
import Testing

@testable import Detection

@Suite struct ProfileBasedTests {
  @Test(arguments: [UInt64(1), 2])
  func contributionsAndInterceptSumToTheMargin(_ seed: UInt64) throws {
    let detector = try #require(
      try DetectorCatalogueTests.trained("profile-based", seed: seed) as? ProfileBased)
    let chunk = ToyCorpus.chunk(seed: seed + 9, count: 12)
    for index in chunk.conversations.indices {
      let evidence = detector.explain(chunk, conversation: index, limit: .max)
      let sum = evidence.reduce(detector.model.intercept) { $0 + $1.contribution }
      let margin = detector.model.margin(chunk, conversation: index)
      #expect((sum - margin).magnitude < 1e-9, "seed \(seed)")
      #expect(detector.scores(chunk, index).last == detector.model.calibration.probability(margin))
    }
  }

  @Test func theWordsOfAProfileSpeakForItsClass() throws {
    let detector = try #require(
      try DetectorCatalogueTests.trained("profile-based", seed: 2) as? ProfileBased)
    let margins = ["soil tulip fern", "so then maybe", "piano drum choir"].map {
      detector.model.margin(ToyCorpus.chunk(texts: [$0]), conversation: 0)
    }
    #expect(margins[0] > margins[1] && margins[1] > margins[2], "\(margins)")
  }

  /// Texts whose classes cannot be told apart by any word that two of them share.
  @Test func wordsThatOneConversationAloneHasGiveNothingAway() throws {
    func examples(_ offset: Int) -> Examples {
      var chunk = Chunk()
      for index in 0..<60 {
        let own = (0..<5).map { "w\(offset + index)x\($0)" }.joined(separator: " ")
        for _ in 0..<6 {
          chunk.messages.append(
            author: 0, time: 0, style: .absent, text: "so then maybe \(own)".utf8)
        }
        var conversation = Conversation(id: "c\(index)")
        conversation.label = index % 2 == 0 ? .grooming : .benign
        conversation.authors = ["a"]
        chunk.close(conversation)
      }
      return Examples([chunk])
    }
    let detector = try ProfileBased.train(
      on: examples(0), validation: examples(1000), seed: 1, checkpoint: {})
    let scores = (0..<60).compactMap { detector.scores(examples(0).chunks[0], $0).last }
    #expect(scores.count == 60)
    #expect(scores.allSatisfy { ($0 - 0.5).magnitude < 0.05 })
  }
}

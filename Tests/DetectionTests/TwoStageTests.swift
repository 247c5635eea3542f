import Chat
import Testing

@testable import Detection

@Suite struct TwoStageTests {
  static func trained(_ seed: UInt64) throws -> TwoStage {
    try TwoStage.train(
      on: RoleCorpus.examples(seed: seed, count: 100),
      validation: RoleCorpus.examples(seed: seed + 1000, count: 60), seed: seed, checkpoint: {})
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func theOffenderIsFound(_ seed: UInt64) throws {
    let detector = try Self.trained(seed)
    #expect(detector.authors != nil)
    let chunk = RoleCorpus.chunk(seed: seed + 7, count: 40)
    var (right, all) = (0, 0)
    for (index, conversation) in chunk.conversations.enumerated() {
      let scores = detector.authorScores(chunk, conversation: index)
      let whole = try #require(detector.scores(chunk, index).last)
      #expect(scores.count == 2 && scores.allSatisfy { $0 >= 0 && $0 <= whole })
      #expect((scores.reduce(0, +) - whole).magnitude < 1e-12, "seed \(seed)")
      guard conversation.label == .grooming else { continue }
      let offender = try #require(OffenderRows.offender(conversation))
      all += 1
      right += scores[offender] > scores[1 - offender] ? 1 : 0
    }
    #expect(all == 20 && right >= 18, "seed \(seed): \(right) of \(all)")
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func contributionsAndBiasesSumToTheLogOdds(_ seed: UInt64) throws {
    let detector = try Self.trained(seed)
    let joined = detector.combination
    #expect(joined.first > 0)
    let biases = joined.margin(detector.conversations.bias, detector.authors?.bias ?? 0)
    let chunk = RoleCorpus.chunk(seed: seed + 9, count: 12)
    for index in chunk.conversations.indices {
      let evidence = detector.explain(chunk, conversation: index, limit: .max)
      let sum = evidence.reduce(biases) { $0 + $1.contribution }
      let margin = detector.run(chunk, conversation: index).margin(detector)
      #expect((sum - margin).magnitude < 1e-9, "seed \(seed)")
      #expect(detector.scores(chunk, index).last == Elementary.logistic(margin))
    }
  }

  @Test func everyPrefixAndEveryCopyOfTheModelScoresTheSame() throws {
    let detector = try Self.trained(1)
    let bytes = detector.encoded()
    let again = try TwoStage.decode(bytes)
    #expect(again.encoded() == bytes && again.authors != nil)
    let chunk = RoleCorpus.chunk(seed: 70, count: 6)
    for (index, conversation) in chunk.conversations.enumerated() {
      let streamed = detector.scores(chunk, index)
      #expect(again.scores(chunk, index) == streamed)
      for length in 1...conversation.messages.count {
        var prefix = Chunk()
        for message in conversation.messages.prefix(length) {
          prefix.messages.append(
            author: Int(chunk.messages.author[message]), time: 0, style: .absent,
            text: chunk.messages.text[chunk.messages.textRange(message)])
        }
        prefix.close(Conversation(id: "prefix"))
        #expect(detector.scores(prefix, 0).last == streamed[length - 1])
      }
    }
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
      #expect(throws: DetectionError.self) { try TwoStage.decode(Array(bytes.prefix(length))) }
    }
  }

  @Test func withoutRolesTheScoreIsThatOfStageOneAndAuthorsShareByContribution() throws {
    let detector = try #require(
      try DetectorCatalogueTests.trained("two-stage", seed: 1) as? TwoStage)
    #expect(detector.authors == nil && detector.combination.second == 0)
    #expect(
      detector.parameters.contains(DetectorParameter("author-stage", "no roles known")))
    let chunk = ToyCorpus.chunk(seed: 31, count: 10)
    for index in chunk.conversations.indices {
      let scores = detector.authorScores(chunk, conversation: index)
      let shares = detector.contributionShares(chunk, conversation: index)
      let whole = try #require(detector.scores(chunk, index).last)
      #expect(scores == shares.map { $0 * whole })
    }
  }
}

import Chat
import CorpusFormats
import Detection
import Testing

@testable import Experiments

@Suite struct StreamRaterTests {
  private func model(
    _ detector: String = "naive-bayes", policy: String = "threshold",
    keepsRunningSums: Bool = false
  ) throws -> ModelFile {
    try Fixtures.withTinyCorpus {
      try ModelTraining.train(
        detector, policy: policy, keepsRunningSums: keepsRunningSums, corpus: "tiny", seed: 1,
        in: $0)
    }
  }

  /// A model whose detector tells stages, and alerts on nothing else.
  private func stagedModel() throws -> ModelFile {
    var model = try model()
    model.policy = .stage(threshold: model.policy.threshold)
    model.detector = StagedDetector(base: model.detector)
    return model
  }

  /// The messages of a chunk, those of all conversations in turn.
  private func interleaved(_ chunk: Chunk) throws -> [JSONL.StreamedMessage] {
    let longest = chunk.conversations.map(\.messages.count).max() ?? 0
    return try (0..<longest).flatMap { position in
      try chunk.conversations.filter { position < $0.messages.count }.map { conversation in
        let index = conversation.messages.lowerBound + position
        let author = conversation.authors[Int(chunk.messages.author[index])]
        let text = chunk.messages.withText(index) { span in
          String(decoding: span.indices.map { span[$0] }, as: UTF8.self)
        }
        let line = JSONText.object([
          ("conversation", .string(conversation.id)), ("author", .string(author)),
          ("time", .integer(Int(chunk.messages.time[index]))), ("text", .string(text)),
        ]).text
        return try JSONL.streamedMessage(Array(line.utf8).span, file: "test", number: 1)
      }
    }
  }

  @Test(arguments: PolicyFitting.names)
  func interleavedChatsRaiseTheAlertsOfWholeOnes(_ policy: String) throws {
    let model = try StopPolicy.needsStages(policy) ? stagedModel() : model(policy: policy)
    let chunk = Fixtures.chunk(400..<430, split: .test)
    let whole = try Rater(model).rate(chunk).filter { $0.alertMessage != nil }
    var rater = StreamRater(model)
    let alerts = try interleaved(chunk).compactMap { rater.observe($0) }
    #expect(!whole.isEmpty)
    #expect(alerts.count == whole.count)
    #expect(rater.alerts == whole.count)
    for rating in whole {
      let alert = try #require(alerts.first { $0.conversation == rating.id })
      #expect(alert.message == rating.alertMessage)
    }
  }

  @Test(arguments: ["naive-bayes", "linear-svm"], ["threshold", "skepticism", "cusum", "sprt"])
  func runningSumsRaiseTheAlertsOfWholeChatsToo(_ detector: String, _ policy: String) throws {
    let model = try model(detector, policy: policy, keepsRunningSums: true)
    let chunk = Fixtures.chunk(400..<430, split: .test)
    let whole = try Rater(model).rate(chunk).filter { $0.alertMessage != nil }
    var rater = StreamRater(try ModelFile(bytes: try model.encoded(), path: "m"))
    let alerts = try interleaved(chunk).compactMap { rater.observe($0) }
    #expect(!whole.isEmpty)
    #expect(
      Set(alerts.map { "\($0.conversation) \($0.message)" })
        == Set(whole.map { "\($0.id) \($0.alertMessage ?? 0)" }))
  }

  /// Memory of the process grows by the table alone: no scorer is kept for a conversation.
  @Test func openConversationsOfRunningSumsTakeABoundedPlaceEach() throws {
    #expect(StreamRater.bytesPerPlace <= 192)
    // A million, with ids of 36 characters, in less than 1 GB while the table doubles.
    let places = 1_000_000 * StreamRater.placesPerConversation * 1.5
    #expect(places * Double(StreamRater.bytesPerPlace) + 96e6 < 900e6)
  }

  @Test func theConversationSilentLongestIsForgottenFirst() throws {
    var rater = StreamRater(try model(), capacity: 4)
    let chunk = Fixtures.chunk(400..<410, split: .test)
    for message in try interleaved(chunk).prefix(10) { _ = rater.observe(message) }
    #expect(rater.forgotten == 6)
    #expect(rater.messages == 10)
  }
}

import Chat
import Detection
import Statistics
import Synchronization
import Testing

/// What every built-in detector must hold, over seeds.
@Suite struct DetectorCatalogueTests {
  static let names = DetectorCatalogue.entries.map(\.name)

  /// A detector trained on toy chat, once for all tests; one that is made of others takes them from
  /// here.
  static func trained(_ name: String, seed: UInt64) throws -> any Detector {
    let members = try DetectorCatalogue.members(of: name).map { try trained($0, seed: seed) }
    return try cache.withLock { cache in
      if let known = cache["\(name) \(seed)"] { return known }
      let detector = try fresh(name, seed: seed, members: members)
      cache["\(name) \(seed)"] = detector
      return detector
    }
  }

  private static let cache = Mutex<[String: any Detector]>([:])

  private static func fresh(
    _ name: String, seed: UInt64, members: [any Detector] = []
  ) throws -> any Detector {
    try DetectorCatalogue.train(
      name, on: ToyCorpus.examples(seed: seed, count: 120),
      validation: ToyCorpus.examples(seed: seed + 1000, count: 60), seed: seed, members: members)
  }

  @Test func entriesAreThoseOfTheTables() {
    #expect(
      Self.names == [
        "lexicon", "shortcut", "naive-bayes", "complement-naive-bayes", "logistic-regression",
        "linear-svm", "fasttext", "two-stage", "profile-based", "behaviour-boosting", "stage-hmm",
        "sentinel", "sentinel-corrected", "isolation-forest", "ensemble",
      ])
    #expect(DetectorCatalogue.entries.filter(\.isControl).map(\.name) == ["shortcut"])
    for entry in DetectorCatalogue.entries {
      #expect(!entry.summary.isEmpty && !entry.source.isEmpty)
      #expect(entry.grid.map(\.name) == entry.grid.map(\.name).sorted())
    }
  }

  @Test(arguments: names, [UInt64(1), 2, 3])
  func theScoreOfEveryPrefixEqualsAFreshRun(_ name: String, seed: UInt64) throws {
    let detector = try Self.trained(name, seed: seed)
    let chunk = ToyCorpus.chunk(seed: seed + 7, count: 8)
    // The reused scorer has seen other conversations before.
    let reused = detector.makeScorer()
    for (index, conversation) in chunk.conversations.enumerated() {
      let streamed = detector.scores(chunk, index, scorer: reused)
      #expect(streamed.allSatisfy { $0 >= 0 && $0 <= 1 }, "seed \(seed)")
      for length in 1...conversation.messages.count {
        var prefix = Chunk()
        for message in conversation.messages.prefix(length) {
          let columns = chunk.messages
          prefix.messages.append(
            author: Int(columns.author[message]), time: columns.time[message],
            style: columns.timeStyle[message], text: columns.text[columns.textRange(message)])
        }
        prefix.close(Conversation(id: "prefix"))
        #expect(
          detector.scores(prefix, 0).last?.bitPattern == streamed[length - 1].bitPattern,
          "seed \(seed), conversation \(index), prefix \(length)")
      }
    }
  }

  @Test(arguments: names)
  func aModelComesBackWithTheSameScores(_ name: String) throws {
    let detector = try Self.trained(name, seed: 5)
    let bytes = detector.encoded()
    let again = try DetectorCatalogue.decode(name, bytes)
    #expect(again.encoded() == bytes)
    #expect(again.parameters == detector.parameters)
    #expect(again.modelBytes == bytes.count)
    let chunk = ToyCorpus.chunk(seed: 99, count: 20)
    for index in chunk.conversations.indices {
      #expect(
        again.scores(chunk, index).map(\.bitPattern)
          == detector.scores(chunk, index).map(\.bitPattern))
    }
  }

  @Test(arguments: names)
  func badBytesAreRefused(_ name: String) throws {
    let bytes = try Self.trained(name, seed: 6).encoded()
    let stride = max(1, bytes.count / 40)
    for length in Swift.stride(from: 0, to: bytes.count, by: stride) {
      #expect(throws: DetectionError.self, "\(length) of \(bytes.count) bytes") {
        try DetectorCatalogue.decode(name, Array(bytes.prefix(length)))
      }
    }
    #expect(throws: DetectionError.self) { try DetectorCatalogue.decode(name, bytes + [0]) }
    for other in Self.names where other != name {
      #expect(throws: DetectionError.self) { try DetectorCatalogue.decode(other, bytes) }
    }
    // Changed bytes are refused or read, but never trap.
    var random = CounterRandom(seed: 6, stream: 0)
    for _ in 0..<60 {
      var changed = bytes
      changed[random.below(changed.count)] = UInt8(random.below(256))
      _ = try? DetectorCatalogue.decode(name, changed)
    }
  }

  @Test(arguments: names)
  func trainingIsDeterministicAndRecorded(_ name: String) throws {
    let first = try Self.trained(name, seed: 3)
    let second = try Self.fresh(name, seed: 3)
    #expect(first.encoded() == second.encoded())
    #expect(first.name == name)
    #expect(first.parameters.map(\.name) == first.parameters.map(\.name).sorted())
    let entry = try #require(DetectorCatalogue.entries.first { $0.name == name })
    #expect(first.version == entry.version)
    for setting in entry.grid {
      #expect(first.parameters.contains { $0.name == setting.name }, "\(setting.name)")
    }
  }

  @Test(arguments: names)
  func strangeTextsGetAScore(_ name: String) throws {
    let detector = try Self.trained(name, seed: 4)
    let texts: [[UInt8]] = [
      [], Array("😀😀".utf8), [0xFF, 0xC3, 0xE2, 0x82], [0xF0, 0x9F], Array("'''".utf8),
      [UInt8](repeating: UInt8(ascii: "a"), count: 100_000), Array("Ünïcödé ПРИВЕТ".utf8),
      [0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF8],
    ]
    let scorer = detector.makeScorer()
    scorer.begin()
    for (index, text) in texts.enumerated() {
      let score = scorer.observe(
        author: index == 3 ? 1_000_000 : 0, time: index == 2 ? .min : index == 4 ? .max : nil,
        text: text.span)
      #expect(score >= 0 && score <= 1, "text \(index)")
    }
  }

  @Test(arguments: names)
  func aMissingClassIsAnError(_ name: String) throws {
    var chunk = ToyCorpus.chunk(seed: 1, count: 10)
    for index in chunk.conversations.indices { chunk.conversations[index].label = .benign }
    #expect(throws: DetectionError.missingClass(detector: name)) {
      try DetectorCatalogue.train(
        name, on: Examples([chunk]), validation: ToyCorpus.examples(seed: 2, count: 10), seed: 1)
    }
    #expect(throws: DetectionError.missingClass(detector: name)) {
      try DetectorCatalogue.train(
        name, on: ToyCorpus.examples(seed: 2, count: 10), validation: Examples([chunk]), seed: 1)
    }
  }

  @Test(arguments: names)
  func theCheckpointEndsTheTraining(_ name: String) throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try DetectorCatalogue.train(
        name, on: ToyCorpus.examples(seed: 1, count: 20),
        validation: ToyCorpus.examples(seed: 2, count: 20), seed: 1, checkpoint: { throw Stop() })
    }
  }

  static let readers = [
    "naive-bayes", "logistic-regression", "linear-svm", "ensemble", "complement-naive-bayes",
    "fasttext", "two-stage", "profile-based", "stage-hmm",
  ]

  @Test(arguments: readers)
  func wordsSeparateTheToyClasses(_ name: String) throws {
    let detector = try Self.trained(name, seed: 8)
    let chunk = ToyCorpus.chunk(seed: 4321, count: 100)
    let right = chunk.conversations.indices.count { index in
      let score = detector.scores(chunk, index).last ?? 0
      return (score >= 0.5) == (chunk.conversations[index].label == .grooming)
    }
    #expect(right >= 80)
  }

  @Test func unknownNamesAreErrors() {
    #expect(throws: DetectionError.unknownDetector("none")) {
      try DetectorCatalogue.decode("none", [])
    }
    #expect(throws: DetectionError.unknownDetector("none")) {
      try DetectorCatalogue.train(
        "none", on: ToyCorpus.examples(seed: 1, count: 4),
        validation: ToyCorpus.examples(seed: 2, count: 4), seed: 1)
    }
  }
}

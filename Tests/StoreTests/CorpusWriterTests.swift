import Chat
import Store
import Testing

struct CorpusWriterTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func everythingComesBackEqual(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed)
    let chunks = (0..<3).map { _ in corpus.chunk(conversations: 12) }
    let workbench = try Workbench(path: ":memory:")
    let record = try workbench.writeCorpus(
      CorpusRecord(name: "c", contentSHA256: "", source: "generated", seed: .max, recipe: "{}")
    ) { writer in
      for chunk in chunks { try writer.append(chunk) }
      return Workbench.content
    }
    let expected = chunks.flatMap(Loose.all)
    #expect(record.conversations == 36)
    #expect(record.messages == chunks.map(\.messages.count).reduce(0, +))
    #expect(record.seed == .max)
    #expect(try workbench.corpora() == [record])

    for maximum in [0, 300, Chunk.maximumTextBytes] {
      var found: [Loose] = []
      try workbench.readChunks(corpus: "c", split: nil, maximumTextBytes: maximum) { chunk in
        #expect(chunk.conversations.count == 1 || chunk.messages.text.count <= maximum)
        found += Loose.all(chunk)
      }
      #expect(found == expected, "seed \(seed)")
    }
    for split in Split.allCases {
      var found: [Loose] = []
      try workbench.readChunks(corpus: "c", split: split) { found += Loose.all($0) }
      #expect(found == expected.filter { $0.conversation.split == split }, "seed \(seed)")
    }
    for one in expected {
      let chunk = try #require(try workbench.conversation(corpus: "c", id: one.conversation.id))
      #expect(Loose.all(chunk) == [one], "seed \(seed)")
    }
  }

  private let workbench: Workbench

  init() throws { workbench = try Workbench(path: ":memory:") }

  private func write(_ body: (CorpusWriter) throws -> Void) throws {
    _ = try workbench.writeCorpus(CorpusRecord(name: "c", contentSHA256: "", source: "jsonl")) {
      try body($0)
      return Workbench.content
    }
  }

  private func all() throws -> [Loose] {
    var found: [Loose] = []
    try workbench.readChunks(corpus: "c", split: nil) { found += Loose.all($0) }
    return found
  }

  @Test func aDuplicateIdIsAnError() throws {
    var chunk = Chunk()
    chunk.close(Conversation(id: "a"))
    chunk.close(Conversation(id: "b"))
    chunk.close(Conversation(id: "a"))
    let duplicate = StoreError.duplicateConversation(corpus: "c", id: "a")
    #expect(throws: duplicate) { try write { try $0.append(chunk) } }
    #expect(try workbench.corpora() == [])
    try write { writer in
      #expect(throws: duplicate) { try writer.append(chunk) }
      #expect(writer.conversations == 2)
    }
    #expect(try all().map(\.conversation.id) == ["a", "b"])
  }

  @Test func setsSplits() throws {
    var corpus = RandomCorpus(seed: 1)
    let chunk = corpus.chunk(conversations: 30)
    var splits: [String: Split] = [:]
    for conversation in chunk.conversations.dropFirst(2) { splits[conversation.id] = .testLength }
    try write { writer in
      try writer.append(chunk)
      try writer.setSplits(splits)
    }
    var expected = Loose.all(chunk)
    for index in expected.indices.dropFirst(2) { expected[index].conversation.split = .testLength }
    #expect(try all() == expected)
  }

  @Test func setsGroups() throws {
    var corpus = RandomCorpus(seed: 3)
    let chunk = corpus.chunk(conversations: 5)
    let groups = Dictionary(uniqueKeysWithValues: chunk.conversations.map { ($0.id, "circle") })
    try write { writer in
      try writer.append(chunk)
      try writer.setGroups(groups)
    }
    #expect(try all().map(\.conversation.group) == Array(repeating: "circle", count: 5))
  }

  @Test func aSplitOfAnUnknownConversationIsAnError() throws {
    #expect(throws: StoreError.unknownConversation(corpus: "c", id: "x")) {
      try write { try $0.setSplits(["x": .train]) }
    }
  }

  @Test func readsBackWhatItHasSoFar() throws {
    var corpus = RandomCorpus(seed: 2)
    try write { writer in
      var expected: [Loose] = []
      for count in [0, 5, 20] {
        let chunk = corpus.chunk(conversations: count)
        try writer.append(chunk)
        expected += Loose.all(chunk)
        var found: [Loose] = []
        try writer.readBack(maximumTextBytes: 500) { found += Loose.all($0) }
        #expect(found == expected)
      }
      #expect(writer.conversations == 25)
    }
  }

  @Test func manyMessagesInEveryNumberOfRows() throws {
    // Batches of several sizes make up a conversation; every remainder must be right.
    var chunk = Chunk()
    for count in 0...70 {
      var conversation = Conversation(id: "c\(count)")
      conversation.authors = ["a", ""]
      for number in 0..<count {
        if number % 7 == 3 { conversation.messageExtras[number] = Array("\"n\":\(number)".utf8) }
        chunk.messages.append(
          author: number % 2, time: Int64(number), style: number % 3 == 0 ? .integer : .clock,
          text: "\(count)/\(number)".utf8, session: number / 20,
          stage: number % 5 == 0 ? nil : Stage.allCases[number / 8],
          signs: number % 4 == 0 ? [.threat] : [], cues: number % 6 == 0 ? [.refuses] : [])
      }
      chunk.close(conversation)
    }
    try write { try $0.append(chunk) }
    #expect(try all() == Loose.all(chunk))
  }
}

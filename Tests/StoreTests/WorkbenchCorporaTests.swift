import Chat
import SQLite
import Testing

@testable import Store

struct WorkbenchCorporaTests {
  private let workbench: Workbench

  init() throws { workbench = try Workbench(path: ":memory:") }

  private func rows(_ table: String) throws -> Int? {
    try workbench.connection.first("SELECT count(*) FROM \(table)") { $0.integer(0) }
  }

  @Test func fillsInTheRecord() throws {
    var corpus = RandomCorpus(seed: 1)
    let chunk = corpus.chunk(conversations: 4)
    let record = try workbench.store(chunk, name: "one")
    #expect(record.id > 0)
    #expect(record.contentSHA256 == Workbench.content)
    #expect(record.conversations == 4)
    #expect(record.messages == chunk.messages.count)
    #expect(record.createdUTC.contains(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/))
    #expect(try workbench.corpus(named: "one") == record)
  }

  @Test func anUnknownNameGetsASuggestion() throws {
    try workbench.store(Chunk(), name: "everyday")
    #expect(
      throws: StoreError.unknownCorpus("evryday", suggestion: "everyday", path: ":memory:")
    ) { try workbench.corpus(named: "evryday") }
    #expect(throws: StoreError.unknownCorpus("pan12", suggestion: nil, path: ":memory:")) {
      try workbench.readChunks(corpus: "pan12", split: nil) { _ in }
    }
  }

  @Test func aTakenNameIsAnErrorBeforeAnyWork() throws {
    try workbench.store(Chunk(), name: "c")
    #expect(throws: StoreError.duplicateCorpus("c", path: ":memory:")) {
      try workbench.writeCorpus(CorpusRecord(name: "c", contentSHA256: "", source: "x")) { _ in
        Issue.record("the body was called")
        return Workbench.content
      }
    }
    #expect(try workbench.corpora().count == 1)
  }

  @Test func aThrowKeepsNothing() throws {
    struct Stop: Error {}
    var corpus = RandomCorpus(seed: 2)
    let chunk = corpus.chunk(conversations: 10)
    #expect(throws: Stop.self) {
      try workbench.writeCorpus(CorpusRecord(name: "c", contentSHA256: "", source: "x")) {
        try $0.append(chunk)
        throw Stop()
      }
    }
    for table in ["corpus", "conversation", "label", "participant", "message"] {
      #expect(try rows(table) == 0, "\(table)")
    }
    try workbench.store(chunk, name: "c")
  }

  @Test func foreignKeysAreEnforcedAgainAfterwards() throws {
    try workbench.store(Chunk(), name: "c")
    #expect(throws: SQLiteError.self) {
      try workbench.connection.execute(
        "INSERT INTO label (conversation_id, label) VALUES (99, 'benign')")
    }
  }

  @Test func corporaDoNotMix() throws {
    var (first, second) = (RandomCorpus(seed: 3), RandomCorpus(seed: 4))
    let chunks = [first.chunk(conversations: 20), second.chunk(conversations: 20)]
    try workbench.store(chunks[0], name: "first")
    try workbench.store(chunks[1], name: "second")
    try workbench.removeCorpus(named: "first")
    try workbench.store(chunks[0], name: "first")
    for (chunk, name) in zip(chunks, ["first", "second"]) {
      var found: [Loose] = []
      try workbench.readChunks(corpus: name, split: nil) { found += Loose.all($0) }
      #expect(found == Loose.all(chunk))
      #expect(try workbench.conversation(corpus: name, id: "none") == nil)
    }
  }

  @Test func anEmptyCorpusHasNoChunks() throws {
    try workbench.store(Chunk(), name: "empty")
    try workbench.readChunks(corpus: "empty", split: nil) { _ in Issue.record("a chunk") }
    #expect(try workbench.counts(corpus: "empty") == [])
  }

  @Test func readingMayNest() throws {
    var corpus = RandomCorpus(seed: 5)
    let chunk = corpus.chunk(conversations: 6)
    try workbench.store(chunk, name: "c")
    var found: [Loose] = []
    try workbench.readChunks(corpus: "c", split: nil, maximumTextBytes: 0) { outer in
      var inner: [Loose] = []
      try workbench.readChunks(corpus: "c", split: nil, maximumTextBytes: 0) {
        inner += Loose.all($0)
      }
      #expect(inner == Loose.all(chunk))
      found += Loose.all(outer)
    }
    #expect(found == Loose.all(chunk))
  }

  @Test func aThrowOfTheReaderEndsTheQuery() throws {
    struct Stop: Error {}
    var corpus = RandomCorpus(seed: 6)
    try workbench.store(corpus.chunk(conversations: 6), name: "c")
    #expect(throws: Stop.self) {
      try workbench.readChunks(corpus: "c", split: nil) { _ in throw Stop() }
    }
    try workbench.removeCorpus(named: "c")  // would wait for an open query
    #expect(try workbench.corpora() == [])
  }

  @Test func removingACorpusRemovesItsRuns() throws {
    var corpus = RandomCorpus(seed: 7)
    try workbench.store(corpus.chunk(conversations: 6), name: "gone")
    try workbench.store(corpus.chunk(conversations: 6), name: "kept")
    for name in ["gone", "kept"] {
      let run = try workbench.save(.sample(key: name, corpus: name))
      var ids: [String] = []
      try workbench.readChunks(corpus: name, split: nil) { ids += $0.conversations.map(\.id) }
      try workbench.add(
        ids.map { PredictionRecord(conversation: $0, score: 0.5, alertMessage: nil) },
        toRun: run.id)
    }
    try workbench.removeCorpus(named: "gone")
    #expect(try workbench.runs().map(\.key) == ["kept"])
    #expect(try rows("prediction") == 6)
    #expect(try rows("conversation") == 6)
    #expect(try workbench.connection.all("PRAGMA foreign_key_check") { $0.text(0) } == [])
  }

  @Test func countsSplitsAndLabels() throws {
    var chunk = Chunk()
    let kinds: [(Split?, Label?)] = [
      (.test, .benign), (.train, .grooming), (.train, .benign), (.train, .benign), (.train, nil),
      (nil, .insufficientEvidence),
    ]
    for (index, kind) in kinds.enumerated() {
      var conversation = Conversation(id: "c\(index)")
      (conversation.split, conversation.label, conversation.authors) = (kind.0, kind.1, ["a"])
      for _ in 0..<index {
        chunk.messages.append(author: 0, time: 0, style: .absent, text: "hi".utf8)
      }
      chunk.close(conversation)
    }
    try workbench.store(chunk, name: "c")
    let counts = try workbench.counts(corpus: "c")
    #expect(counts.map(\.split) == [.train, .test, nil])
    #expect(counts.map(\.conversations) == [4, 1, 1])
    #expect(counts.map(\.messages) == [10, 0, 5])
    #expect(
      counts.map(\.labels) == [
        [.grooming: 1, .benign: 2], [.benign: 1], [.insufficientEvidence: 1],
      ])
    #expect(counts.map(\.unlabelled) == [1, 0, 0])
  }
}

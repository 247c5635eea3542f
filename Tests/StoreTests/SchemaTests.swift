import Chat
import Evaluation
import SQLite
import Testing

@testable import Store

struct SchemaTests {
  private let workbench: Workbench

  init() throws { workbench = try Workbench(path: ":memory:") }

  @Test func everyTableIsStrict() throws {
    let loose = try workbench.connection.all(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'"
    ) { $0.text(0) }
    #expect(loose == [])
  }

  @Test func aPersonCanReadMessages() throws {
    var chunk = Chunk()
    var conversation = Conversation(id: "c1")
    (conversation.authors, conversation.label) = (["anna", "ben"], .benign)
    conversation.messageExtras = [1: Array(#""mood":"calm""#.utf8)]
    chunk.messages.append(
      author: 1, time: 1_935_511_451_000, style: .isoSecondsUTC, text: "see you".utf8, session: 2,
      stage: .contact, signs: [.meetRequest, .ageProbe], cues: [.openChannel])
    chunk.messages.append(author: 0, time: 0, style: .absent, text: "".utf8)
    chunk.close(conversation)
    try workbench.store(chunk)
    let rows = try workbench.connection.all(
      """
      SELECT number, author, datetime(at_ms / 1000, 'unixepoch') AS at, session, stage, signs, cues,
        text, message.extra ->> 'mood' AS mood
      FROM message JOIN conversation USING (conversation_id) WHERE id = 'c1' ORDER BY number
      """
    ) { row in
      (0..<row.columnCount).map { row.optionalText($0) ?? "-" }.joined(separator: "|")
    }
    #expect(
      rows == [
        "1|ben|2031-05-02 18:04:11|2|contact|age-probe,meet-request|open-channel|see you|-",
        "2|anna|-|-|-|-|-||calm",
      ])
  }

  @Test func aPersonCanReadTheLeaderboard() throws {
    try workbench.store(Chunk())
    for (key, f1) in [("old", 0.9), ("new", 0.5)] {
      let run = try workbench.save(.sample(key: key))
      try workbench.save([MetricValue("f1", f1, count: 10)], run: run.id, version: 1)
    }
    let rows = try workbench.connection.all(
      "SELECT corpus, split, detector, kind, policy, view, objective, f1, recall FROM leaderboard"
    ) { row in
      (0..<row.columnCount).map { row.optionalText($0) ?? "-" }.joined(separator: "|")
    }
    #expect(rows == ["small|test|keywords|builtin|threshold|full|f1|0.5|-"])
  }

  @Test func namesInTheTablesAreThoseOfTheCode() throws {
    // CHECK constraints list them, and a case that they lack could not be stored.
    for label in Label.allCases {
      var chunk = Chunk()
      var conversation = Conversation(id: "c")
      conversation.label = label
      chunk.close(conversation)
      try workbench.store(chunk, name: label.rawValue)
    }
    for kind in ConversationKind.allCases {
      var chunk = Chunk()
      var conversation = Conversation(id: "c")
      conversation.kind = kind
      chunk.close(conversation)
      try workbench.store(chunk, name: "kind \(kind.rawValue)")
    }
    let run = try workbench.save(.sample(key: "k", corpus: "benign"))
    for outcome in PredictionOutcome.allCases {
      try workbench.add(
        [PredictionRecord(conversation: "c", outcome: outcome, score: nil, alertMessage: nil)],
        toRun: run.id)
    }
  }

  @Test func reorderedOrUnknownValuesAreSaidNotGuessed() throws {
    var corpus = RandomCorpus(seed: 1)
    try workbench.store(corpus.chunk(conversations: 20))
    for (statement, column) in [
      ("UPDATE message SET stage = 'else'", "message.stage"),
      ("UPDATE message SET signs = 'threat,else'", "message.signs"),
      ("UPDATE message SET cues = ','", "message.cues"),
      ("UPDATE message SET author = 'nobody'", "message.author"),
      ("UPDATE message SET number = number + 1000", "message.number"),
      ("DELETE FROM message WHERE number = 2", "message.number"),
      ("UPDATE message SET text = text || text || 'more'", "message.text"),
      ("UPDATE conversation SET messages = -1", "conversation.messages"),
      ("UPDATE conversation SET text_bytes = 1 << 62", "conversation.messages"),
      ("UPDATE conversation SET split = 'else'", "conversation.split"),
      ("UPDATE conversation SET authors = '[1]'", "conversation.authors"),
      ("UPDATE conversation SET seed = '-1'", "conversation.seed"),
    ] {
      struct Undo: Error {}
      #expect(throws: Undo.self) {
        try workbench.connection.transaction {
          try workbench.connection.script(statement)
          #expect(
            throws: StoreError.damaged(path: ":memory:", reason: "an unknown value in \(column)")
          ) { try workbench.readChunks(corpus: "small", split: nil) { _ in } }
          throw Undo()
        }
      }
    }
    try workbench.readChunks(corpus: "small", split: nil) { _ in }
  }
}

import Chat
import SQLite
import Testing

@testable import Store

struct MigrationsTests {
  private let steps = [
    "CREATE TABLE a (x INTEGER) STRICT", "ALTER TABLE a ADD COLUMN y TEXT",
    "CREATE TABLE b (x INTEGER) STRICT",
  ]

  private func tables(_ connection: Connection) throws -> [String] {
    try connection.all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") {
      $0.text(0)
    }
  }

  @Test func goesFromNothingToTheLatest() throws {
    let connection = try Connection(path: ":memory:")
    try Migrations.apply(steps, to: connection)
    #expect(try connection.userVersion() == 3)
    #expect(try tables(connection) == ["a", "b"])
    try Migrations.apply(steps, to: connection)
    #expect(try connection.userVersion() == 3)
  }

  @Test func goesOnFromWhereItWas() throws {
    let connection = try Connection(path: ":memory:")
    try Migrations.apply(Array(steps.prefix(1)), to: connection)
    try connection.execute("INSERT INTO a (x) VALUES (5)")
    try Migrations.apply(steps, to: connection)
    #expect(try connection.first("SELECT x, y FROM a") { $0.isNull(1) ? $0.integer(0) : 0 } == 5)
  }

  @Test func aFailingStepKeepsTheOnesBefore() throws {
    let connection = try Connection(path: ":memory:")
    let broken = steps.prefix(1) + ["CREATE TABLE c (x INTEGER) STRICT; CREATE TABLE a (x)"]
    #expect(throws: SQLiteError.self) { try Migrations.apply(Array(broken), to: connection) }
    #expect(try connection.userVersion() == 1)
    #expect(try tables(connection) == ["a"])
  }

  @Test func aNewerVersionIsRefused() throws {
    let connection = try Connection(path: ":memory:")
    try connection.setUserVersion(4)
    #expect(throws: StoreError.newerDatabase(path: ":memory:", version: 4, known: 3)) {
      try Migrations.apply(steps, to: connection)
    }
    #expect(try tables(connection) == [])
  }

  @Test func predictionsOfVersionThreeHaveNoStages() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path()
    do {
      let old = try Connection(path: path)
      try old.setApplicationID(DatabaseFile.applicationID)
      try Migrations.apply(Array(Schema.steps.prefix(3)), to: old)
      try old.script(
        """
        INSERT INTO corpus (name, content_sha256, source, conversations, messages, created_utc)
        VALUES ('small', '\(Workbench.content)', 'jsonl', 1, 1, '2031-05-02T18:00:00Z');
        INSERT INTO conversation (corpus_id, id, split, authors, messages, text_bytes)
        VALUES (1, 'c0', 'test', '["a"]', 1, 2);
        INSERT INTO message (conversation_id, number, author, time_style, text)
        VALUES (1, 1, 'a', 0, 'hi');
        INSERT INTO detector (name, kind, version) VALUES ('keywords', 'builtin', 1);
        INSERT INTO run (run_key, corpus_id, split, detector_id, detector_parameters, policy,
          policy_parameters, view, objective, seed, repeat_number, status, started_utc)
        VALUES ('k', 1, 'test', 1, '{}', 'threshold', '{}', 'full', 'f1', '1', 0, 'done',
          '2031-05-02T18:00:00Z');
        INSERT INTO prediction (run_id, conversation_id, outcome, score, alert_message,
          message_scores)
        VALUES (1, 1, 'ok', 1.0, 1, x'000000000000f03f');
        """)
      #expect(try old.userVersion() == 3)
    }
    let workbench = try Workbench(path: path)
    #expect(Workbench.schemaVersion == Schema.steps.count)
    #expect(try workbench.connection.userVersion() == Schema.steps.count)
    let kept = PredictionRecord(
      conversation: "c0", score: 1, alertMessage: 1, messageScores: [1])
    #expect(try workbench.predictions(run: 1, withMessageScores: true) == [kept])
    #expect(try workbench.messageScores(run: 1, of: ["c0"]) == ["c0": [1]])
    // From now on it keeps them.
    var told = kept
    told.messageStages = [.approach]
    try workbench.add([told], toRun: 1)
    #expect(try workbench.predictions(run: 1, withMessageScores: true) == [told])
  }

  @Test func aDatabaseOfVersionSixGetsTheTablesOfPerformance() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path()
    do {
      let old = try Connection(path: path)
      try old.setApplicationID(DatabaseFile.applicationID)
      try Migrations.apply(Array(Schema.steps.prefix(6)), to: old)
      try old.script(
        """
        INSERT INTO corpus (name, content_sha256, source, conversations, messages, created_utc)
        VALUES ('small', '\(Workbench.content)', 'jsonl', 0, 0, '2031-05-02T18:00:00Z');
        INSERT INTO audit (corpus_id, position, group_name, name, verdict, computed_utc)
        VALUES (1, 0, 'balance', 'conversations', 'noted', '2031-05-02T18:00:00Z');
        """)
      #expect(try !tables(old).contains("performance_point"))
    }
    let workbench = try Workbench(path: path)
    #expect(try workbench.connection.userVersion() == Schema.steps.count)
    #expect(try workbench.audits(corpus: "small").map(\.name) == ["conversations"])
    #expect(try workbench.performancePointCounts().all == 0)
    #expect(try workbench.changePoints().isEmpty)
  }
}

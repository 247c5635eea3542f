import Chat
import SQLite
import Testing

@testable import Store

struct WorkbenchFactsTests {
  private let workbench: Workbench
  private let run: Int

  init() throws {
    workbench = try Workbench(path: ":memory:")
    var chunk = Chunk()
    chunk.close(Conversation(id: "c1"))
    chunk.close(Conversation(id: "c2"))
    try workbench.store(chunk)
    run = try workbench.save(.sample(key: "k")).id
  }

  @Test func aLaterFactReplacesAnEarlierOneOfItsName() throws {
    #expect(try workbench.facts(run: run).isEmpty)
    try workbench.save(facts: [("licence", "MIT"), ("version", "1.2")], run: run)
    try workbench.save(facts: [("licence", "Apache-2.0")], run: run)
    #expect(
      try workbench.facts(run: run).map { "\($0.name)=\($0.value)" } == [
        "licence=Apache-2.0", "version=1.2",
      ])
  }

  @Test func authorsKeepTheirScoresAllOrNone() throws {
    try workbench.add(authorScores: [("c2", "b", 0.5), ("c1", "a", 0.25)], toRun: run)
    #expect(
      throws: StoreError.unknownConversation(corpus: "small", id: "c9")
    ) { try workbench.add(authorScores: [("c1", "a", 1), ("c9", "a", 1)], toRun: run) }
    #expect(
      try workbench.authorScores(run: run).map { "\($0.conversation) \($0.author) \($0.score)" }
        == ["c1 a 0.25", "c2 b 0.5"])
  }

  @Test func anUnknownRunIsSaid() throws {
    let unknown = StoreError.unknownRun(77, path: ":memory:")
    #expect(throws: unknown) { try workbench.facts(run: 77) }
    #expect(throws: unknown) { try workbench.save(facts: [], run: 77) }
    #expect(throws: unknown) { try workbench.authorScores(run: 77) }
    #expect(throws: unknown) { try workbench.add(authorScores: [], toRun: 77) }
  }

  @Test func aDatabaseOfTheFirstVersionIsBroughtUpToDate() throws {
    let connection = try Connection(path: ":memory:")
    try Migrations.apply(Array(Schema.steps.prefix(1)), to: connection)
    try connection.script(
      """
      INSERT INTO corpus VALUES (1, 'old', 'sha', 'jsonl', NULL, NULL, 0, 0, 'now');
      INSERT INTO detector VALUES (1, 'keywords', 'builtin', 1);
      INSERT INTO run (run_id, run_key, corpus_id, split, detector_id, detector_parameters, policy,
        policy_parameters, view, objective, seed, repeat_number, status, started_utc,
        maximum_latency_ns)
      VALUES (5, 'key', 1, 'test', 1, '{}', 'threshold', '{}', 'full', 'f1', '1', 0, 'done', 'now', 9);
      """)
    try Migrations.apply(to: connection)
    #expect(try connection.userVersion() == Workbench.schemaVersion)
    let row = try connection.first(
      "SELECT run_id, maximum_latency_ns, maximum_compute_ns FROM run"
    ) { [$0.optionalInteger(0), $0.optionalInteger(1), $0.optionalInteger(2)] }
    #expect(row == [5, 9, nil])
    try connection.execute("INSERT INTO run_fact VALUES (5, 'licence', 'MIT')")
  }
}

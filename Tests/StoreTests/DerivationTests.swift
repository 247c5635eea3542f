import Chat
import SQLite
import Testing

@testable import Store

struct DerivationTests {
  private let workbench: Workbench

  init() throws { workbench = try Workbench(path: ":memory:") }

  private func derivation(
    _ kind: String, _ level: String, of content: String = Workbench.content
  ) -> Derivation {
    Derivation(
      parent: "parent", parentSHA256: content, kind: kind, level: level, seed: .max,
      splits: [.test, .testIID])
  }

  @discardableResult private func store(_ name: String, _ derivation: Derivation?) throws
    -> CorpusRecord
  {
    try workbench.writeCorpus(
      CorpusRecord(name: name, contentSHA256: "", source: "generated", derivation: derivation)
    ) { _ in Workbench.content }
  }

  @Test func comesBackEqual() throws {
    try store("parent", nil)
    let record = try store("noisy", derivation("typos", "0.03"))
    #expect(record.derivation == derivation("typos", "0.03"))
    #expect(try workbench.corpora().map(\.derivation) == [nil, derivation("typos", "0.03")])
    try store(
      "bare",
      Derivation(
        parent: "p", parentSHA256: "0", kind: "k", level: "1", seed: 0, splits: []))
    #expect(try workbench.corpus(named: "bare").derivation?.splits == [])
  }

  @Test func levelsAreNumbersOrWords() {
    #expect(derivation("typos", "0.03").amount == 0.03)
    #expect(derivation("padding", "200").amount == 200)
    #expect(derivation("case", "upper").amount == nil)
    #expect(derivation("case", "infinity").amount == nil)
  }

  @Test func theDerivedOnesOfAParentComeByKindAndRisingLevel() throws {
    try store("parent", nil)
    for (kind, level) in [
      ("typos", "0.03"), ("padding", "200"), ("case", "upper"), ("padding", "50"),
      ("case", "lower"), ("typos", "0.01"), ("padding", "1000"),
    ] { try store("\(kind) \(level)", derivation(kind, level)) }
    // Of other content, or of another name: none of these.
    try store("else", derivation("typos", "0.05", of: String(repeating: "1", count: 64)))
    #expect(
      try workbench.derived(from: "parent").map(\.name) == [
        "case lower", "case upper", "padding 50", "padding 200", "padding 1000", "typos 0.01",
        "typos 0.03",
      ])
    #expect(try workbench.derived(from: "else").isEmpty)
    #expect(throws: StoreError.self) { try workbench.derived(from: "nobody") }
  }

  @Test func goesWithItsCorpusAndOutlivesItsParent() throws {
    try store("parent", nil)
    try store("noisy", derivation("drop", "0.1"))
    try workbench.removeCorpus(named: "parent")
    #expect(try workbench.corpus(named: "noisy").derivation?.parent == "parent")
    try workbench.removeCorpus(named: "noisy")
    #expect(
      try workbench.connection.first("SELECT count(*) FROM derivation") { $0.integer(0) } == 0)
  }

  @Test func unknownValuesAreSaidNotGuessed() throws {
    try store("noisy", derivation("drop", "0.1"))
    for column in ["seed", "splits"] {
      try workbench.connection.script("UPDATE derivation SET \(column) = 'else'")
      #expect(
        throws: StoreError.damaged(
          path: ":memory:", reason: "an unknown value in derivation.\(column)")
      ) { try workbench.corpora() }
      try workbench.connection.script("UPDATE derivation SET seed = '1', splits = 'test'")
    }
  }

  @Test func aDatabaseWithoutDerivationsIsBroughtUpToDate() throws {
    let connection = try Connection(path: ":memory:")
    let step = try #require(Schema.steps.firstIndex { $0.contains("TABLE derivation") })
    try Migrations.apply(Array(Schema.steps.prefix(step)), to: connection)
    try connection.script(
      """
      INSERT INTO corpus VALUES (1, 'old', 'sha', 'jsonl', NULL, NULL, 0, 0, 'now');
      """)
    try Migrations.apply(to: connection)
    #expect(try connection.userVersion() == Workbench.schemaVersion)
    #expect(
      try connection.first(
        "SELECT name FROM corpus LEFT JOIN derivation USING (corpus_id) WHERE kind IS NULL"
      ) { $0.text(0) } == "old")
  }
}

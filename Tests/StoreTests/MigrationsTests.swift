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
}

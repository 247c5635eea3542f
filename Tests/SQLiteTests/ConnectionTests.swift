import Foundation
import SQLite
import Testing

struct ConnectionTests {
  @Test func executesAndReads() throws {
    let connection = try Connection(path: ":memory:")
    try connection.script("CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    try connection.execute("INSERT INTO word (text) VALUES (?)", [.text("moon")])
    #expect(connection.changes == 1)
    #expect(connection.lastInsertedRow == 1)
    try connection.execute("INSERT INTO word (text) VALUES (?)", [.text("sun")])
    #expect(try connection.first("SELECT text FROM word WHERE id = 2") { $0.text(0) } == "sun")
    #expect(try connection.first("SELECT text FROM word WHERE id = 3") { $0.text(0) } == nil)
    let words = try connection.all("SELECT text FROM word ORDER BY id") { $0.text(0) }
    #expect(words == ["moon", "sun"])
  }

  @Test func foreignKeysAreEnforced() throws {
    let connection = try Connection(path: ":memory:")
    try connection.script(
      """
      CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
      CREATE TABLE child (id INTEGER REFERENCES parent) STRICT;
      """)
    let error = #expect(throws: SQLiteError.self) {
      try connection.execute("INSERT INTO child (id) VALUES (7)")
    }
    #expect(error?.code == 787)  // SQLITE_CONSTRAINT_FOREIGNKEY
    #expect(error?.kind == .constraint)
  }

  @Test func aReadOnlyConnectionCannotWrite() throws {
    let file = try TemporaryFile()
    try Connection(path: file.path).script("CREATE TABLE t (x INTEGER) STRICT")
    let connection = try Connection(path: file.path, mode: .readOnly)
    #expect(connection.isReadOnly)
    #expect(try connection.first("SELECT count(*) FROM t") { $0.integer(0) } == 0)
    let error = #expect(throws: SQLiteError.self) { try connection.script("DELETE FROM t") }
    #expect(error?.kind == .readOnly)
  }

  @Test func aReadOnlyConnectionCreatesNothing() throws {
    let file = try TemporaryFile()
    let error = #expect(throws: SQLiteError.self) {
      _ = try Connection(path: file.path, mode: .readOnly)
    }
    #expect(error?.kind == .cannotOpen)
    #expect(error?.message == "unable to open database file (No such file or directory)")
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }

  @Test func aPathIsNoURI() {
    let error = #expect(throws: SQLiteError.self) {
      _ = try Connection(path: "file:no-such-directory/x?mode=memory")
    }
    #expect(error?.kind == .cannotOpen)
  }

  @Test func loopsOverOneStatementCanNest() throws {
    let connection = try Connection(path: ":memory:")
    let sql = "SELECT value FROM json_each('[1,2,3]')"
    var pairs: [Int] = []
    try connection.statement(sql).forEach { outer in
      let tens = outer.integer(0) * 10
      try connection.statement(sql).forEach { pairs.append(tens + $0.integer(0)) }
    }
    #expect(pairs == [11, 12, 13, 21, 22, 23, 31, 32, 33])
  }

  @Test func aStatementIsPreparedOnce() throws {
    let connection = try Connection(path: ":memory:")
    #expect(try connection.statement("SELECT 1") === connection.statement("SELECT 1"))
  }

  @Test func aStatementMayOutliveItsConnection() throws {
    var connection: Connection? = try Connection(path: ":memory:")
    let statement = try #require(try connection?.statement("SELECT 5"))
    connection = nil
    #expect(try statement.step())
    #expect(statement.integer(0) == 5)
  }

  @Test func anotherWriterMakesItWaitAndThenFail() throws {
    let file = try TemporaryFile()
    let first = try Connection(path: file.path)
    try first.script("CREATE TABLE t (x INTEGER) STRICT")
    let second = try Connection(path: file.path, busyTimeout: .milliseconds(1))
    try first.transaction {
      let error = #expect(throws: SQLiteError.self) { try second.transaction {} }
      #expect(error?.kind == .busy)
    }
    try second.transaction {}
  }
}

import SQLite
import Testing

struct SQLiteErrorTests {
  @Test func saysWhatAndWhereAndNoValue() throws {
    let connection = try Connection(path: ":memory:")
    try connection.script("CREATE TABLE t (x TEXT UNIQUE, n INTEGER) STRICT")
    let insert = "INSERT INTO t (x) VALUES (?)"
    try connection.execute(insert, [.text("a secret")])
    let error = #expect(throws: SQLiteError.self) {
      try connection.execute(insert, [.text("a secret")])
    }
    #expect(error?.isDuplicate == true)
    #expect(
      error?.description == "SQLite error 2067: UNIQUE constraint failed: t.x, in '\(insert)'")
    let mismatch = #expect(throws: SQLiteError.self) {
      try connection.execute("INSERT INTO t (n) VALUES (?)", [.text("a secret")])
    }
    #expect(mismatch?.isDuplicate == false)
    #expect(mismatch?.description.contains("secret") == false)
  }

  @Test func primaryKeysAreDuplicatesToo() throws {
    let connection = try Connection(path: ":memory:")
    try connection.script("CREATE TABLE t (x INTEGER PRIMARY KEY) STRICT")
    try connection.execute("INSERT INTO t (x) VALUES (1)")
    let error = #expect(throws: SQLiteError.self) {
      try connection.execute("INSERT INTO t (x) VALUES (1)")
    }
    #expect(error?.code == 1555)
    #expect(error?.isDuplicate == true)
  }

  @Test func wrongSQLIsNamed() throws {
    let connection = try Connection(path: ":memory:")
    let error = #expect(throws: SQLiteError.self) { _ = try connection.statement("SELEC 1") }
    #expect(error?.description == "SQLite error 1: near \"SELEC\": syntax error, in 'SELEC 1'")
    #expect(throws: SQLiteError(code: 1, message: "no such table: t", sql: "DELETE FROM t")) {
      try connection.script("DELETE FROM t")
    }
  }
}

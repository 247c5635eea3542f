import SQLite
import Testing

struct StatementTests {
  @Test func runsAgainWithItsBindings() throws {
    let connection = try Connection(path: ":memory:")
    try connection.script("CREATE TABLE t (a INTEGER, b TEXT) STRICT")
    let insert = try connection.statement("INSERT INTO t (a, b) VALUES (?, ?)")
    try insert.bind("same", at: 2)
    for number in 1...3 {
      try insert.bind(number, at: 1)
      try insert.run()
    }
    insert.clearBindings()
    try insert.run()
    let rows = try connection.all("SELECT a, b FROM t ORDER BY rowid") {
      "\($0.value(0)) \($0.value(1))"
    }
    #expect(
      rows == [
        "integer(1) text(\"same\")", "integer(2) text(\"same\")", "integer(3) text(\"same\")",
        "null null",
      ])
  }

  @Test func stepsToTheEnd() throws {
    let statement = try Connection(path: ":memory:").statement("SELECT 7 AS seven")
    #expect(statement.columnCount == 1)
    #expect(statement.name(ofColumn: 0) == "seven")
    #expect(try statement.step())
    #expect(try !statement.step())
    statement.reset()
    #expect(try statement.step())
  }

  @Test func aThrowOfTheBodyResetsIt() throws {
    struct Stop: Error {}
    let connection = try Connection(path: ":memory:")
    let statement = try connection.statement("SELECT value FROM json_each('[1,2]')")
    #expect(throws: Stop.self) { try statement.forEach { _ in throw Stop() } }
    var values: [Int] = []
    try statement.forEach { values.append($0.integer(0)) }
    #expect(values == [1, 2])
  }

  @Test func aWrongNumberOfValuesIsAnError() throws {
    let connection = try Connection(path: ":memory:")
    let error = #expect(throws: SQLiteError.self) {
      try connection.execute("SELECT ?", [.integer(1), .integer(2)])
    }
    #expect(error?.message == "2 values; expected 1")
  }

  @Test func emptySQLIsAnError() throws {
    let connection = try Connection(path: ":memory:")
    let error = #expect(throws: SQLiteError.self) { _ = try connection.statement(" -- nothing") }
    #expect(error?.kind == .misuse)
  }
}

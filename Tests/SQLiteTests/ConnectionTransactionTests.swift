import SQLite
import Testing

struct ConnectionTransactionTests {
  private struct Stop: Error {}

  private func table() throws -> Connection {
    let connection = try Connection(path: ":memory:")
    try connection.script("CREATE TABLE t (x INTEGER UNIQUE) STRICT")
    return connection
  }

  private func rows(_ connection: Connection) throws -> Int? {
    try connection.first("SELECT count(*) FROM t") { $0.integer(0) }
  }

  @Test func keepsWhatItDid() throws {
    let connection = try table()
    let answer = try connection.transaction {
      #expect(connection.isInTransaction)
      try connection.execute("INSERT INTO t (x) VALUES (1)")
      return 42
    }
    #expect(answer == 42)
    #expect(!connection.isInTransaction)
    #expect(try rows(connection) == 1)
  }

  @Test(arguments: [Connection.TransactionKind.deferred, .immediate, .exclusive])
  func aThrowKeepsNothing(kind: Connection.TransactionKind) throws {
    let connection = try table()
    #expect(throws: Stop.self) {
      try connection.transaction(kind) {
        try connection.execute("INSERT INTO t (x) VALUES (1)")
        throw Stop()
      }
    }
    #expect(!connection.isInTransaction)
    #expect(try rows(connection) == 0)
    try connection.transaction { try connection.execute("INSERT INTO t (x) VALUES (2)") }
    #expect(try rows(connection) == 1)
  }

  @Test func aThrowInTheMiddleOfRowsKeepsNothing() throws {
    let connection = try table()
    try connection.script("INSERT INTO t (x) VALUES (1), (2)")
    #expect(throws: Stop.self) {
      try connection.transaction {
        try connection.statement("SELECT x FROM t").forEach { _ in
          try connection.execute("INSERT INTO t (x) VALUES (3)")
          throw Stop()
        }
      }
    }
    #expect(try rows(connection) == 2)
  }

  @Test func aFailedCommitRollsBack() throws {
    let connection = try table()
    try connection.script(
      """
      CREATE TABLE child (
        x INTEGER REFERENCES t (x) DEFERRABLE INITIALLY DEFERRED) STRICT
      """)
    let error = #expect(throws: SQLiteError.self) {
      try connection.transaction { try connection.execute("INSERT INTO child (x) VALUES (9)") }
    }
    #expect(error?.sql == "COMMIT")
    #expect(!connection.isInTransaction)
  }

  @Test func transactionsDoNotNest() throws {
    let connection = try table()
    #expect(throws: SQLiteError.self) {
      try connection.transaction { try connection.transaction {} }
    }
    #expect(!connection.isInTransaction)
  }
}

import SQLite
import Testing

struct ConnectionPragmasTests {
  @Test func aFileAnswersWAL() throws {
    let file = try TemporaryFile()
    let connection = try Connection(path: file.path)
    try connection.enableWAL()
    #expect(try connection.first("PRAGMA journal_mode") { $0.text(0) } == "wal")
    try connection.enableWAL()
  }

  @Test func aDatabaseInMemoryCannotHaveWAL() throws {
    let connection = try Connection(path: ":memory:")
    let error = #expect(throws: SQLiteError.self) { try connection.enableWAL() }
    #expect(error?.message == "journal mode is 'memory'; expected 'wal'")
  }

  @Test func numbersOfTheHeader() throws {
    let file = try TemporaryFile()
    do {
      let connection = try Connection(path: file.path)
      #expect(try connection.userVersion() == 0)
      #expect(try connection.applicationID() == 0)
      try connection.setUserVersion(3)
      try connection.setApplicationID(0x4E4C_4754)
    }
    let connection = try Connection(path: file.path)
    #expect(try connection.userVersion() == 3)
    #expect(try connection.applicationID() == 0x4E4C_4754)
  }

  @Test func aVersionIsRolledBackWithItsTransaction() throws {
    struct Stop: Error {}
    let connection = try Connection(path: ":memory:")
    #expect(throws: Stop.self) {
      try connection.transaction {
        try connection.setUserVersion(3)
        throw Stop()
      }
    }
    #expect(try connection.userVersion() == 0)
  }

  @Test func aSoundFileHasNoFailures() throws {
    let connection = try Connection(path: ":memory:")
    try connection.script("CREATE TABLE t (x INTEGER CHECK (x > 0)) STRICT")
    #expect(try connection.integrityFailures() == [])
    try connection.script("PRAGMA ignore_check_constraints = ON; INSERT INTO t (x) VALUES (-1)")
    try connection.script("PRAGMA ignore_check_constraints = OFF")
    #expect(try connection.integrityFailures() == ["CHECK constraint failed in t"])
  }
}

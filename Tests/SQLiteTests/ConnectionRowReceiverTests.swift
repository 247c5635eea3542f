import SQLite
import Testing

struct ConnectionRowReceiverTests {
  @Test func receivesRowsInOrderUntilItHasEnough() throws {
    let connection = try Connection(path: ":memory:")
    try connection.script(
      """
      CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT) STRICT;
      INSERT INTO word (text) VALUES ('moon'), (NULL), (''), ('é');
      """)
    var rows: [String] = []
    var wanted = 4
    try connection.defineRowReceiver("receive_word", columns: 2) { row in
      let text = row.isNull(1) ? "-" : String(decoding: row.unsafeText(1), as: UTF8.self)
      rows.append("\(row.integer(0)) \(text)")
      return rows.count == wanted
    }
    let query = "SELECT id FROM word WHERE receive_word(id, text) ORDER BY id"
    #expect(try connection.first(query) { $0.integer(0) } == 4)
    #expect(rows == ["1 moon", "2 -", "3 ", "4 é"])
    (rows, wanted) = ([], 2)
    #expect(try connection.first(query) { $0.integer(0) } == 2)
    #expect(rows == ["1 moon", "2 -"])
    (rows, wanted) = ([], 5)
    #expect(try connection.first(query) { $0.integer(0) } == nil)
    #expect(rows.count == 4)
  }

  @Test func takesOnlyItsNumberOfColumns() throws {
    let connection = try Connection(path: ":memory:")
    try connection.defineRowReceiver("receive", columns: 2) { _ in false }
    #expect(throws: SQLiteError.self) { try connection.execute("SELECT receive(1)") }
  }

  @Test func goesWithItsConnection() throws {
    final class Token {}
    weak var token: Token?
    do {
      let kept = Token()
      token = kept
      let connection = try Connection(path: ":memory:")
      try connection.defineRowReceiver("receive", columns: 1) { [kept] _ in
        _ = kept
        return false
      }
      try connection.execute("SELECT receive(1)")
      #expect(token != nil)
    }
    #expect(token == nil)
  }
}

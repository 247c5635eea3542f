import SQLite
import Testing

struct ConnectionRowReceiverTests {
  @Test func receivesEveryRowInOrder() throws {
    let connection = try Connection(path: ":memory:")
    try connection.script(
      """
      CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT) STRICT;
      INSERT INTO word (text) VALUES ('moon'), (NULL), (''), ('é');
      """)
    var rows: [String] = []
    try connection.defineRowReceiver("receive_word", columns: 2) { row in
      let text = row.isNull(1) ? "-" : String(decoding: row.unsafeText(1), as: UTF8.self)
      rows.append("\(row.integer(0)) \(text)")
    }
    let answer = try connection.first("SELECT receive_word(id, text) FROM word") { $0.value(0) }
    #expect(answer == .null)
    #expect(rows == ["1 moon", "2 -", "3 ", "4 é"])
  }

  @Test func takesOnlyItsNumberOfColumns() throws {
    let connection = try Connection(path: ":memory:")
    try connection.defineRowReceiver("receive", columns: 2) { _ in }
    #expect(throws: SQLiteError.self) { try connection.execute("SELECT receive(1)") }
  }

  @Test func goesWithItsConnection() throws {
    final class Token {}
    weak var token: Token?
    do {
      let kept = Token()
      token = kept
      let connection = try Connection(path: ":memory:")
      try connection.defineRowReceiver("receive", columns: 1) { [kept] _ in _ = kept }
      try connection.execute("SELECT receive(1)")
      #expect(token != nil)
    }
    #expect(token == nil)
  }
}

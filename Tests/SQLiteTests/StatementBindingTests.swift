import SQLite
import Testing

struct StatementBindingTests {
  /// The storage class and the value that SQLite makes of what `bind` binds.
  private func stored(_ bind: (Statement) throws -> Void) throws -> (String, SQLValue) {
    let connection = try Connection(path: ":memory:")
    let statement = try connection.statement("SELECT typeof(?1), ?1")
    try bind(statement)
    #expect(try statement.step())
    return (statement.text(0), statement.value(1))
  }

  @Test func numbers() throws {
    #expect(try stored { try $0.bind(Int.min, at: 1) } == ("integer", .integer(.min)))
    #expect(try stored { try $0.bind(Int?.none, at: 1) } == ("null", .null))
    #expect(try stored { try $0.bind(Int?.some(3), at: 1) } == ("integer", .integer(3)))
    #expect(try stored { try $0.bind(0.1, at: 1) } == ("real", .real(0.1)))
    #expect(try stored { try $0.bind(Double?.none, at: 1) } == ("null", .null))
    let infinity = -Double.infinity
    #expect(try stored { try $0.bind(Double?.some(infinity), at: 1) } == ("real", .real(infinity)))
    #expect(try stored { try $0.bind(Double.nan, at: 1) } == ("null", .null))
    #expect(try stored { try $0.bindNull(at: 1) } == ("null", .null))
  }

  @Test(arguments: ["", "a", "naïve 😀", "a\0b", String(repeating: "x", count: 5000)])
  func text(_ text: String) throws {
    let bytes = Array(text.utf8)
    #expect(try stored { try $0.bind(text, at: 1) } == ("text", .text(text)))
    #expect(try stored { try $0.bind(String?.some(text), at: 1) } == ("text", .text(text)))
    #expect(try stored { try $0.bind(text: bytes, at: 1) } == ("text", .text(text)))
    #expect(try stored { try $0.bind(text: bytes.span, at: 1) } == ("text", .text(text)))
    let unowned = try bytes.withUnsafeBufferPointer { buffer in
      try stored { try $0.bind(unownedText: buffer, at: 1) }
    }
    #expect(unowned == ("text", .text(text)))
    #expect(try stored { try $0.bind(String?.none, at: 1) } == ("null", .null))
  }

  @Test(arguments: [[], [0], Array(0...255)] as [[UInt8]])
  func blobs(_ bytes: [UInt8]) throws {
    #expect(try stored { try $0.bind(blob: bytes, at: 1) } == ("blob", .blob(bytes)))
    #expect(try stored { try $0.bind(blob: bytes.span, at: 1) } == ("blob", .blob(bytes)))
  }

  @Test(arguments: [.null, .integer(1), .real(0.5), .text("t"), .blob([1])] as [SQLValue])
  func values(_ value: SQLValue) throws {
    #expect(try stored { try $0.bind(value, at: 1) }.1 == value)
  }

  @Test func optionalValues() {
    #expect(SQLValue.optional(Int?.none) == .null)
    #expect(SQLValue.optional(1) == .integer(1))
    #expect(SQLValue.optional(Double?.some(1)) == .real(1))
    #expect(SQLValue.optional(String?.some("")) == .text(""))
  }

  @Test func aPlaceThatDoesNotExistIsAnError() throws {
    let statement = try Connection(path: ":memory:").statement("SELECT ?")
    #expect(throws: SQLiteError.self) { try statement.bind(1, at: 2) }
  }
}

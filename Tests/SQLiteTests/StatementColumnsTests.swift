import SQLite
import Testing

struct StatementColumnsTests {
  @Test func typedColumns() throws {
    let connection = try Connection(path: ":memory:")
    let row = try connection.statement("SELECT 5, 0.5, 'é', x'00ff', NULL")
    #expect(try row.step())
    #expect(row.integer(0) == 5)
    #expect(row.double(1) == 0.5)
    #expect(row.text(2) == "é")
    #expect(row.value(3) == .blob([0, 255]))
    #expect(row.optionalInteger(0) == 5)
    #expect(row.optionalDouble(1) == 0.5)
    #expect(row.optionalText(2) == "é")
    #expect(row.isNull(4))
    #expect(!row.isNull(0))
  }

  @Test func nullReadsAsNothing() throws {
    let row = try Connection(path: ":memory:").statement("SELECT NULL")
    #expect(try row.step())
    #expect(row.optionalInteger(0) == nil)
    #expect(row.optionalDouble(0) == nil)
    #expect(row.optionalText(0) == nil)
    #expect(row.integer(0) == 0)
    #expect(row.double(0) == 0)
    #expect(row.text(0) == "")
    #expect(row.unsafeText(0).isEmpty)
    #expect(row.unsafeBlob(0).isEmpty)
  }

  @Test func bytesWithoutACopy() throws {
    let row = try Connection(path: ":memory:").statement("SELECT 'ab', x'0102'")
    #expect(try row.step())
    #expect(row.withText(0) { $0.count } == 2)
    #expect(row.withText(0) { $0[1] } == UInt8(ascii: "b"))
    #expect(row.withBlob(1) { $0[1] } == 2)
  }
}

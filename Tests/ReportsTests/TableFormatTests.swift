import Testing

@testable import Reports

@Suite struct TableFormatTests {
  @Test func theNamesAreThoseOfTheCommand() {
    #expect(TableFormat.allCases.map(\.rawValue) == ["md", "csv", "latex", "json"])
  }

  @Test(arguments: TableFormat.allCases) func everyFormatEndsItsLastLine(format: TableFormat) {
    let tables = ["test", "test-iid"].map {
      LeaderboardTable(corpus: "c", track: Invented.track($0))
    }
    #expect(LeaderboardTable.text(of: tables, format: format).utf8.last == 0x0a)
  }
}

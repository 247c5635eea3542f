import Testing

@testable import Reports

@Suite struct ReportTableFalseAlarmsTests {
  private let table = ReportTable.falseAlarms(corpus: "everyday", track: Invented.track("test"))

  @Test func familiesAddUpOverAKind() throws {
    #expect(
      table.rows.map { $0.cells[0].text }.prefix(3) == ["all", "all", "coach in an open channel"])
    #expect(table.rows[0].style == "total")
    let column = try #require(table.columns.firstIndex { $0.name == "lexicon" })
    // lexicon: 30·0.65 = 19 of 67 and 20·0.65 = 13 of 266 hard negatives.
    #expect(table.rows[0].cells[1].text == "hard-negative")
    #expect(table.rows[0].cells[2].text == "333")
    #expect(table.rows[0].cells[column].value == 32_000.0 / 333)
    #expect(table.rows[2].cells[column].text == "283.6")
  }

  @Test func noAlertHasAnUpperBound() throws {
    let column = try #require(table.columns.firstIndex { $0.name == "oracle" })
    let cell = table.rows[1].cells[column]
    #expect(cell.value == 0)
    #expect(cell.interval == "[0.0, 11.4]", "0 of 334")
  }

  @Test func withoutRunsThereAreNoRows() {
    let empty = TrackReport(split: "test", rows: [])
    #expect(ReportTable.falseAlarms(corpus: "c", track: empty).rows.isEmpty)
  }
}

import Testing

@testable import Reports

@Suite struct ReportTableReviewerLoadTests {
  private let table = ReportTable.reviewerLoad(corpus: "everyday", track: Invented.track("test"))

  @Test func oneRowPerDetectorWithTheControlsLast() throws {
    #expect(table.rows.count == Invented.detectors.count)
    #expect(table.rows[0].cells[0].text == "logistic-regression")
    #expect(table.rows.suffix(2).allSatisfy { $0.style == "control" })
    #expect(table.columns.count == 13)
    #expect(table.rows.allSatisfy { $0.cells.count == 13 })
  }

  @Test func figuresAreThoseOfTheCounts() {
    // 271 of 333 and 36 of 667: 0.8138·0.01 / (0.8138·0.01 + 0.05397·0.99).
    let row = table.rows[0].cells
    #expect(row[2].text == "0.132")
    #expect(row[2].interval?.hasPrefix("[0.09") == true)
    #expect(row[6].text == "7.6")
    #expect(row[9].text == "339")
    #expect(row[11].text == "54.0")
    #expect(row[12].text == "4.4")
  }

  @Test func aDetectorWithoutFalseAlertsHasABound() throws {
    let oracle = try #require(table.rows.first { $0.cells[0].text == "oracle" })
    #expect(oracle.cells[2].text.hasPrefix("≥ 0."))
    #expect(oracle.cells[6].text.hasPrefix("≤ "))
    #expect(oracle.cells[2].high == 1)
  }

  @Test func rowsWithoutPredictionsStayOut() {
    var track = Invented.track("test")
    for index in track.rows.indices { track.rows[index].load = nil }
    #expect(ReportTable.reviewerLoad(corpus: "c", track: track).rows.isEmpty)
  }
}

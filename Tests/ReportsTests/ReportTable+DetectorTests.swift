import Chat
import Evaluation
import Testing

@testable import Reports

@Suite struct ReportTableDetectorTests {
  @Test func theWorstFamilyStandsFirst() {
    let row = Invented.row(Invented.detectors[0])
    let table = ReportTable.families(
      corpus: "c", track: Invented.track("test"), row: row)
    #expect(table.fileSuffix == "families-lexicon")
    let rates = table.rows.compactMap { $0.cells.last?.value }
    #expect(rates == rates.sorted(by: >))
    #expect(table.rows[0].cells[0].text == "coach in an open channel")
    #expect(table.rows[0].cells[3].value == 19, "30 · (1 − 0.35)")
  }
}

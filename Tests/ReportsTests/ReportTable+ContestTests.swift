import Chat
import Evaluation
import Store
import Testing

@testable import Reports

@Suite struct ReportTableContestTests {
  @Test func everyPairOfScorerAndPolicyIsARow() {
    let table = ReportTable.policies(corpus: "everyday", track: Invented.track("test"))
    #expect(table.rows.count == 2 * Invented.detectors.count)
    #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count })
  }

  @Test func aPriceStandsWithItsInterval() {
    var track = Invented.track("test")
    #expect(ReportTable.views(corpus: "c", track: track).rows.isEmpty)
    #expect(ReportTable.views(corpus: "c", track: track).absence.contains("No detector has run"))
    var row = Invented.row(Invented.detectors[3])
    row.run.view = "metadata"
    track.prices = [
      ViewPrice(
        row: row, full: Invented.row(Invented.detectors[3]),
        differences: [
          MetricValue("average_precision", -0.25, low: -0.3, high: -0.2, count: 10),
          MetricValue("recall_at_fpr_0_01", nil, count: 10),
          MetricValue("delay_median", 12, low: 4, high: 20, count: 10),
        ])
    ]
    let cells = ReportTable.views(corpus: "c", track: track).rows[0].cells
    #expect(cells[4].text == "−0.250" && cells[4].interval == "[-0.300, -0.200]")
    #expect(cells[8].text == "+12.0" && cells[8].interval == "[4.0, 20.0]")
  }

  @Test func resultsWithoutWithheldContentStandBesideAll() throws {
    let table = ReportTable.withheld(corpus: "c", track: Invented.track("test"))
    #expect(table.caption.contains("840 of 1,000 conversations"))
    let row = try #require(table.rows.first { $0.cells[0].text == "logistic-regression" })
    #expect(row.cells[7...].map(\.text) == ["0.820", "0.812", "−0.008"])
    var track = Invented.track("test")
    for index in track.rows.indices { track.rows[index].withoutWithheld = [:] }
    #expect(ReportTable.withheld(corpus: "c", track: track).rows.isEmpty)
  }

  @Test func theGapHasItsSign() {
    let table = ReportTable.gap(Invented.corpus())
    #expect(table.rows.contains { $0.cells.last?.text == "+0.040" })
  }
}

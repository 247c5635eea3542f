import Chat
import Evaluation
import Testing

@testable import Reports

@Suite struct ReportTableCalibrationTests {
  @Test func errorsAndFailuresStandBesideEachOther() throws {
    var track = Invented.track("test")
    for name in ["brier", "log_loss", "ece"] {
      track.rows[0].metrics[name] = MetricValue(name, 0.25, low: 0.2, high: 0.3, count: 10)
    }
    var detail = RowDetail(adaptiveCalibrationError: 0.125)
    detail.failures = [.crash: 2, .timeout: 1]
    track.rows[0].detail = detail
    let table = ReportTable.calibration(corpus: "everyday", track: track)
    #expect(table.rows.count == 1, "only who has scores")
    #expect(
      table.rows[0].cells.map(\.text) == ["lexicon", "0.250", "0.250", "0.250", "0.125", "3"])
    #expect(table.rows[0].cells[1].interval == "[0.200, 0.300]")
  }
}

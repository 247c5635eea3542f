import Chat
import Evaluation
import Testing

@testable import Reports

@Suite struct ReportTableDelayTests {
  private func track() throws -> TrackReport {
    var track = Invented.track("test")
    let unit = { (id: String, alert: Int?) in
      EvaluatedConversation(
        id: id, cluster: id, isPositive: true, messageCount: 300, onset: 10, score: 0.5,
        alert: alert)
    }
    let truth = MessageTruth(
      stages: [Stage?](repeating: .approach, count: 300), risky: [10, 20, 30, 40],
      minutes: (0..<300).map { Double($0) * 30 })
    track.rows[6].detail = RowDetail(
      [unit("a", 14), unit("b", 40)], truth: ["a": truth, "b": truth])
    return track
  }

  @Test func quantilesSharesAndTimeStandInTheirColumns() throws {
    let table = ReportTable.delays(corpus: "everyday", track: try track())
    let row = try #require(table.rows.first)
    func text(_ name: String) throws -> String {
      row.cells[try #require(table.columns.firstIndex { $0.name == name })].text
    }
    #expect(try text("alert_rate") == "1.000")
    #expect(try text("delay_q25") == "4" && text("delay_q50") == "4" && text("delay_q90") == "30")
    #expect(try text("delay_minutes") == "2 h", "four messages of thirty minutes")
    #expect(try text("within_10") == "0.500")
    #expect(try text("exposed") == "0.500", "one and three of four before the alert")
    #expect(table.rows.count == 1, "runs without details are left out")
  }

  @Test func alertsAreCountedByStage() throws {
    let table = ReportTable.alertStages(corpus: "everyday", track: try track())
    let place = try #require(table.columns.firstIndex { $0.name == "approach" })
    #expect(table.rows[0].cells[place].value == 2)
    #expect(table.rows[0].cells.compactMap(\.value).reduce(0, +) == 2)
  }
}

import Store
import Testing

@testable import Reports

@Suite struct PolicyTableTests {
  @Test func everyPairHasACellInTheOrderOfTheLeaderboard() throws {
    let table = PolicyTable(Invented.track("test"))
    #expect(table.policies == ["threshold", "skepticism"])
    #expect(table.rows.count == Invented.detectors.count)
    let best = try #require(table.rows.first { !$0.isControl })
    #expect(best.detector == "logistic-regression")
    #expect(best.cells.map { $0?.run.policy } == ["threshold", "skepticism"])
    #expect(table.metric.name == "f_latency_onset")
  }

  @Test func aPairWithoutARunIsEmpty() throws {
    var track = Invented.track("test")
    track.rows.removeAll { $0.run.detector == "lexicon" && $0.run.policy == "threshold" }
    let row = try #require(PolicyTable(track).rows.first { $0.detector == "lexicon" })
    #expect(row.cells[0] == nil)
    #expect(row.cells[1] != nil)
  }

  @Test func otherViewsStayOut() {
    var track = Invented.track("test")
    for index in track.rows.indices { track.rows[index].run.view = "hashed" }
    #expect(PolicyTable(track).rows.isEmpty)
    #expect(PolicyTable(TrackReport(split: "test", rows: [])).policies.isEmpty)
  }
}

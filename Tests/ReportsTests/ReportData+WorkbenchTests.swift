import Benchmarking
import Chat
import Evaluation
import Store
import Testing

@testable import Reports

@Suite struct ReportDataWorkbenchTests {
  @Test func whatTheClockDecidesComesFromTheRunAndItsHistogram() {
    var run = Invented.run(Invented.detectors[0])
    (run.messagesPerSecond, run.trainSeconds, run.modelBytes) = (1000, 2.5, 4096)
    var histogram = LatencyHistogram()
    for nanoseconds in 1...100 { histogram.record(nanoseconds) }
    let metrics = ReportData.measured(run, histogram)
    #expect(
      metrics.map(\.name) == [
        "p50_ns", "p90_ns", "p99_ns", "p99_9_ns", "messages_per_second", "train_seconds",
        "model_bytes",
      ])
    #expect(metrics.map(\.value) == [50, 90, 99, 100, 1000, 2.5, 4096])
    #expect(metrics.allSatisfy { $0.count == 100 && $0.low == nil })
  }

  @Test func aRunWithoutAHistogramHasNoPercentiles() {
    let metrics = ReportData.measured(Invented.run(Invented.detectors[0]), nil)
    #expect(metrics.allSatisfy { $0.value == nil })
  }

  @Test func falseAlertsCountBenignConversationsPerScenario() {
    func unit(_ id: String, positive: Bool = false, alert: Int?, _ scenario: String?)
      -> EvaluatedConversation
    {
      EvaluatedConversation(
        id: id, cluster: id, isPositive: positive, messageCount: 9, score: 0.5, alert: alert,
        scenario: scenario, kind: scenario == nil ? nil : .hardNegative)
    }
    let counts = ReportData.falseAlerts([
      unit("a", alert: 3, "coach"), unit("b", alert: nil, "coach"),
      unit("c", positive: true, alert: 3, "coach"), unit("d", alert: nil, nil),
    ])
    #expect(
      counts == [
        FalseAlertCount(scenario: "coach", kind: "hard-negative", benign: 2, alerts: 1),
        FalseAlertCount(scenario: "—", kind: "—", benign: 1, alerts: 0),
      ])
    #expect(counts.map(\.perThousand) == [500, 0])
    #expect(
      FalseAlertCount(scenario: "s", kind: "k", benign: 0, alerts: 0).perThousand == nil)
  }
}

@Suite struct ReportDataGatherTests {
  @Test func everythingIsReadFromStoredResultsAndHostileTextStaysText() throws {
    try Stored.withWorkbench { workbench in
      let data = try ReportData.gather(from: workbench, version: "0.1.0")
      let track = try #require(data.corpora.first?.tracks.first)
      #expect(track.headToHead?.comparison.pairs.count == 1)
      let detail = try #require(track.rows.first { $0.run.id == 1 }?.detail)
      #expect(detail.stages?.agreement.microF1 != nil)
      #expect(track.rows.first { $0.run.id == 2 }?.detail?.stages == nil, "it tells none")
      #expect(detail.delay?.medianMinutes == 4, "two messages of two minutes")
      #expect(data.corpora[0].errorCases.count == 2)
      let hostile = Stored.hostile.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing(">", with: "&gt;").replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
      var shown = 0
      for place in SiteMap(data).places {
        let text = ReportPage(data: data, place: place).rendered
        #expect(!text.contains("<script>alert"))
        #expect(!text.contains("<img"))
        shown += text.count(of: hostile)
      }
      #expect(shown > 0, "the error browser shows it, escaped")
    }
  }

  @Test func importedTextIsNowhereInTheReport() throws {
    try Stored.withWorkbench(source: "jsonl") { workbench in
      let data = try ReportData.gather(from: workbench, version: "0.1.0")
      for place in SiteMap(data).places {
        #expect(!ReportPage(data: data, place: place).rendered.contains("alert(&#39;"))
      }
    }
  }
}

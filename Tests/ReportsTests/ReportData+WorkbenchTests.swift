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

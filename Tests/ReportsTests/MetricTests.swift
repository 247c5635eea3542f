import Evaluation
import Testing

@testable import Reports

@Suite struct MetricTests {
  @Test func theNamesAreThoseOfTheContractInItsOrder() {
    let contract = """
      precision recall f1 f0_5 f2 mcc fpr average_precision auroc recall_at_fpr_0_01 \
      recall_at_fpr_0_001 precision_at_recall_0_9 erde_5 erde_50 f_latency speed f_latency_onset \
      erisk_f_latency erisk_speed latency_median delay_median premature false_alerts_per_1000 brier \
      log_loss ece p50_ns p90_ns p99_ns p99_9_ns messages_per_second train_seconds model_bytes
      """
    #expect(Metric.all.map(\.name) == contract.split(separator: " ").map(String.init))
  }

  @Test func whatPredictionsDecideIsWhatTheEvaluationComputes() {
    #expect(Metric.all.dropLast(7).map(\.name) == MetricSuite.names)
  }

  @Test func whatTheClockDecidesComesLast() {
    #expect(Metric.all.suffix(7).map(\.isMeasured) == Array(repeating: true, count: 7))
    #expect(Metric.all.dropLast(7).map(\.isMeasured).contains(true) == false)
  }

  @Test func errorsCostsAndDelaysAreBetterWhenLower() {
    for name in [
      "fpr", "erde_5", "brier", "log_loss", "ece", "delay_median", "p99_ns", "premature",
    ] {
      #expect(Metric.named(name).direction == .lower, "\(name)")
    }
    for name in ["f1", "f_latency_onset", "speed", "messages_per_second"] {
      #expect(Metric.named(name).direction == .higher, "\(name)")
    }
  }

  @Test func constantsStandBesideTheScoresThatNeedThem() {
    #expect(Metric.named("f_latency").detail == "m = 90, p = ln 3 / 89")
    #expect(Metric.named("erisk_f_latency").detail == "p = 0.0078")
    #expect(Metric.named("erde_5").detail == "o = 5")
    #expect(Metric.named("f2").detail == "β = 2")
  }

  @Test func anUnknownNameIsAProgrammingError() async {
    await #expect(processExitsWith: .failure) { _ = Metric.named("accuracy") }
  }
}

import Evaluation
import Testing

struct DecisionMetricsTests {
  /// 254 positives and 1,000 negatives, of which the given numbers are retrieved.
  private func counts(
    truePositives: Int, falsePositives: Int, positives: Int, negatives: Int = 1000
  ) -> [String: MetricValue] {
    metrics(
      of: (0..<positives).map { unit($0, true, alert: $0 < truePositives ? 1 : nil) }
        + (0..<negatives).map {
          unit(positives + $0, false, alert: $0 < falsePositives ? 1 : nil)
        })
  }

  @Test func theWinnerOfPAN2012() {
    let values = counts(truePositives: 200, falsePositives: 4, positives: 254)
    #expect(isClose(values["precision"]?.value, 0.9804, tolerance: 5e-5))
    #expect(isClose(values["recall"]?.value, 0.7874, tolerance: 5e-5))
    #expect(isClose(values["f1"]?.value, 0.8734, tolerance: 5e-5))
    #expect(isClose(values["f0_5"]?.value, 0.9346, tolerance: 5e-5))
    #expect(values["precision"]?.count == 204)
    #expect(values["recall"]?.count == 254)
    #expect(values["fpr"]?.count == 1000)
  }

  @Test func countsByHand() {
    // TP 3, FN 1, FP 2, TN 4
    let values = counts(truePositives: 3, falsePositives: 2, positives: 4, negatives: 6)
    #expect(isClose(values["precision"]?.value, 3.0 / 5))
    #expect(isClose(values["recall"]?.value, 3.0 / 4))
    #expect(isClose(values["f2"]?.value, 15.0 / 21))
    #expect(isClose(values["fpr"]?.value, 2.0 / 6))
    #expect(isClose(values["false_alerts_per_1000"]?.value, 2000.0 / 6))
    #expect(isClose(values["mcc"]?.value, 10 / 600.0.squareRoot()))
  }

  @Test func scoresDecideNothing() {
    let values = metrics(of: [unit(0, true, score: 0.99), unit(1, false, score: 0.01, alert: 1)])
    #expect(values["recall"]?.value == 0)
    #expect(values["fpr"]?.value == 1)
  }

  @Test func nothingRetrievedIsZeroAndFlagged() {
    let values = counts(truePositives: 0, falsePositives: 0, positives: 3, negatives: 3)
    #expect(values["precision"]?.value == 0)
    #expect(values["precision"]?.isUndefined == true)
    #expect(values["mcc"]?.value == 0)
    #expect(values["mcc"]?.isUndefined == true)
    #expect(values["f1"]?.value == 0)
    #expect(values["f1"]?.isUndefined == false)
  }

  @Test func oneClassAloneHasNoOtherClassMetric() {
    let benign = counts(truePositives: 0, falsePositives: 1, positives: 0, negatives: 4)
    for name in ["precision", "recall", "f1", "f0_5", "f2", "mcc"] {
      #expect(benign[name]?.value == nil)
      #expect(benign[name]?.isUndefined == false)
    }
    #expect(benign["fpr"]?.value == 0.25)
    let grooming = counts(truePositives: 1, falsePositives: 0, positives: 4, negatives: 0)
    #expect(grooming["recall"]?.value == 0.25)
    for name in ["fpr", "false_alerts_per_1000", "mcc"] { #expect(grooming[name]?.value == nil) }
  }
}

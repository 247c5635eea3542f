import Testing

@testable import Evaluation

struct CalibrationMetricsTests {
  private let labels = [1, 0, 1, 1, 0, 0, 0, 1, 0, 0]
  private let scores = [0.95, 0.05, 0.80, 0.65, 0.60, 0.35, 0.10, 0.45, 0.15, 0.25]

  private var units: [EvaluatedConversation] {
    labels.indices.map { unit($0, labels[$0] == 1, score: scores[$0]) }
  }

  @Test func tenForecasts() {
    let values = metrics(of: units)
    #expect(isClose(values["brier"]?.value, 0.10475))
    #expect(isClose(values["ece"]?.value, 0.195))
    #expect(isClose(values["log_loss"]?.value, 0.3457655918, tolerance: 1e-10))
    #expect(isClose(values["auroc"]?.value, 0.9583333333, tolerance: 1e-10))
    #expect(isClose(values["average_precision"]?.value, 0.95))
  }

  @Test func missingScoresAreLeftOut() {
    let more = units + [unit(90, true, score: nil), unit(91, false, score: .nan)]
    for name in ["brier", "log_loss", "ece"] {
      #expect(isClose(metrics(of: more)[name]?.value, metrics(of: units)[name]?.value))
      #expect(metrics(of: more)[name]?.count == 10)
    }
  }

  @Test func aCertainErrorCostsAFiniteLoss() throws {
    let loss = try #require(metrics(of: [unit(0, true, score: 0)])["log_loss"]?.value)
    #expect(loss > 36 && loss < 36.1)
  }

  @Test func scoresThatAreNoProbabilitiesHaveNoCalibration() {
    let values = metrics(of: units + [unit(90, true, score: 1.5)])
    for name in ["brier", "log_loss", "ece"] { #expect(values[name]?.value == nil) }
    #expect(values["auroc"]?.value != nil)
  }

  @Test func binsAreClosedBelowAndTheLastOneAbove() {
    for bin in 0..<10 {
      let border = Double(bin) / 10
      #expect(CalibrationMetrics.bin(border) == bin)
      #expect(CalibrationMetrics.bin(border.nextUp) == bin)
      if bin > 0 { #expect(CalibrationMetrics.bin(border.nextDown) == bin - 1) }
    }
    #expect(CalibrationMetrics.bin(1) == 9)
  }
}

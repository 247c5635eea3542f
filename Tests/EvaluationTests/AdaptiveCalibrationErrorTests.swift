import Testing

@testable import Evaluation

struct AdaptiveCalibrationErrorTests {
  private let labels = [1, 0, 1, 1, 0, 0, 0, 1, 0, 0]
  private let scores = [0.95, 0.05, 0.80, 0.65, 0.60, 0.35, 0.10, 0.45, 0.15, 0.25]

  private var units: [EvaluatedConversation] {
    labels.indices.map { unit($0, labels[$0] == 1, score: scores[$0]) }
  }

  @Test func tenForecasts() {
    // Ten bins of one: the mean of |q − y|, 2.65 / 10. Five of two: 1.25 / 10.
    #expect(isClose(AdaptiveCalibrationError.evaluate(units).error, 0.265))
    let five = AdaptiveCalibrationError.evaluate(units, binCount: 5)
    #expect(isClose(five.error, 0.125))
    #expect(five.bins.map(\.positiveCount) == [0, 0, 1, 1, 2])
    #expect(isClose(AdaptiveCalibrationError.evaluate(units, binCount: 1).error, 0.035))
  }

  @Test func missingScoresAreLeftOutAndNoScoresHaveNoError() {
    let more = units + [unit(90, true, score: nil), unit(91, false, score: .nan)]
    #expect(AdaptiveCalibrationError.evaluate(more) == AdaptiveCalibrationError.evaluate(units))
    #expect(AdaptiveCalibrationError.evaluate([]).error == nil)
    #expect(AdaptiveCalibrationError.evaluate(units + [unit(9, true, score: 2)]).error == nil)
  }
}

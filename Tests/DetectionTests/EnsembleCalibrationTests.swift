import Statistics
import Testing

@testable import Detection

@Suite struct EnsembleCalibrationTests {
  /// Margins whose true probability is given.
  private func fit(_ count: Int, _ probability: (Double) -> Double) -> EnsembleCalibration {
    var random = CounterRandom(seed: 11, stream: 0)
    let margins = (0..<count).map { _ in 8 * random.unit() - 4 }
    let classes = margins.map { random.unit() < probability($0) }
    return EnsembleCalibration(
      margins: margins, isPositive: classes, folds: margins.indices.map { $0 % 5 })
  }

  @Test func aLogisticTruthKeepsPlatt() {
    let fit = fit(300) { Elementary.logistic(1.5 * $0 - 1) }
    #expect(fit.name == "platt")
    #expect(fit.isotonic == nil)
    #expect(fit.probability(1) == fit.platt.probability(1))
  }

  @Test func aTruthInStepsTakesTheIsotonicCurve() {
    let fit = fit(2000) { $0 < -2 ? 0.02 : $0 < 2 ? 0.5 : 0.98 }
    #expect(fit.name == "isotonic")
    #expect((fit.probability(0) - 0.5).magnitude < 0.08)
    #expect((fit.probability(1.8) - 0.5).magnitude < 0.12)
    // Never certain, and no two margins tie.
    let asked = stride(from: -6, through: 6, by: 0.125).map(fit.probability)
    #expect(zip(asked, asked.dropFirst()).allSatisfy { $0 < $1 })
    #expect(asked.allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test func fewConversationsKeepPlatt() {
    #expect(fit(20) { $0 < 0 ? 0.1 : 0.9 }.name == "platt")
  }
}

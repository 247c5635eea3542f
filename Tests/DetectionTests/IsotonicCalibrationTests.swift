import Statistics
import Testing

@testable import Detection

@Suite struct IsotonicCalibrationTests {
  @Test func agreesWithScikitLearn() throws {
    let curves = try StackingVectors.load().curves
    #expect(curves.count == 5)
    for curve in curves {
      let fit = IsotonicCalibration(margins: curve.margins, isPositive: curve.labels)
      #expect(fit.margins == curve.bends)
      #expect(fit.probabilities.count == curve.values.count)
      for (mine, theirs) in zip(fit.probabilities, curve.values) {
        #expect((mine - theirs).magnitude < 1e-12)
      }
      for (margin, theirs) in zip(curve.asked, curve.probabilities) {
        #expect((fit.probability(margin) - theirs).magnitude < 1e-12, "at \(margin)")
      }
    }
  }

  @Test(arguments: 0..<20)
  func theCurveRisesAndKeepsTheMean(_ seed: UInt64) throws {
    var random = CounterRandom(seed: seed, stream: 0)
    let margins = (0..<60).map { _ in Double(random.below(40)) }
    let classes = margins.map { random.unit() * 40 < $0 }
    let fit = IsotonicCalibration(margins: margins, isPositive: classes)
    let sum = margins.reduce(0) { $0 + fit.probability($1) }
    #expect((sum - Double(classes.count { $0 })).magnitude < 1e-9, "seed \(seed)")
    let asked = stride(from: -2, through: 42, by: 0.25).map(fit.probability)
    #expect(asked == asked.sorted(), "seed \(seed)")
    #expect(
      IsotonicCalibration(margins: fit.margins, probabilities: fit.probabilities) == fit)
  }

  @Test func curvesThatFallAreNoCurves() {
    #expect(IsotonicCalibration(margins: [], probabilities: []) == nil)
    #expect(IsotonicCalibration(margins: [1, 1], probabilities: [0, 1]) == nil)
    #expect(IsotonicCalibration(margins: [1, 2], probabilities: [0.5, 0.4]) == nil)
    #expect(IsotonicCalibration(margins: [1, 2], probabilities: [0.5, 1.1]) == nil)
    #expect(IsotonicCalibration(margins: [1], probabilities: [0.5, 0.6]) == nil)
    #expect(IsotonicCalibration(margins: [1, 2], probabilities: [0.5, 0.5]) != nil)
  }
}

import Detection
import Testing

@Suite struct CalibrationTests {
  @Test func agreesWithScikitLearn() throws {
    let vectors = try ReferenceVectors.load()
    let fit = Calibration(margins: vectors.margins, isPositive: vectors.labels)
    // scikit-learn stops at a gradient of 1e-6 or so; ours goes on.
    #expect((fit.slope - vectors.platt.slope).magnitude < 1e-5)
    #expect((fit.intercept - vectors.platt.intercept).magnitude < 1e-4)
  }

  @Test func theSlopeIsAbove0WhateverTheMarginsSay() {
    let classes = [true, true, true, false, false, false]
    for margins in [[-3.0, -2, -1, 1, 2, 3], [1, 1, 1, 1, 1, 1], [1, 2, 3, 1, 2, 3]] {
      let fit = Calibration(margins: margins, isPositive: classes)
      #expect(fit.slope > 0)
      #expect(fit.probability(5) > fit.probability(-5))
      #expect((fit.probability(margins[0]) - 0.5).magnitude < 0.1)
    }
  }

  @Test func separatedClassesStayFinite() {
    let fit = Calibration(
      margins: [-1e6, -1e6, 1e6, 1e6], isPositive: [false, false, true, true])
    #expect(fit.slope.isFinite && fit.intercept.isFinite)
    #expect(fit.probability(1e6) > 0.6 && fit.probability(-1e6) < 0.4)
    #expect(fit.probability(1e300) <= 1 && fit.probability(-1e300) >= 0)
  }
}

/// The log-odds of two margins together: first · m₁ + second · m₂ + intercept, a Platt scaling of two
/// numbers.
///
/// Fitted by logistic regression on standardised margins; a margin that would lower the probability
/// as it rises is left out, and what remains is Platt's scaling of the first.
struct StageCombination: Equatable {
  var first: Double
  var second: Double
  var intercept: Double

  /// Given weights.
  init(first: Double, second: Double, intercept: Double) {
    (self.first, self.second, self.intercept) = (first, second, intercept)
  }

  /// Fits on the margins of both stages and their classes; both classes must occur.
  init(_ firsts: [Double], _ seconds: [Double], isPositive: [Bool]) {
    precondition(
      firsts.count == isPositive.count && seconds.count == isPositive.count,
      "two margins for every class")
    let (a, b) = (Standardisation(firsts), Standardisation(seconds))
    let rows = zip(firsts, seconds).map { [a.apply($0), b.apply($1)] }
    let fit = SmallLogisticRegression(rows, isPositive: isPositive, c: 10)
    if fit.weights[0] > 0, fit.weights[1] > 0 {
      (first, second) = (fit.weights[0] * a.scale, fit.weights[1] * b.scale)
      intercept = fit.bias - first * a.mean - second * b.mean
    } else {
      let platt = Calibration(margins: firsts, isPositive: isPositive)
      (first, second, intercept) = (platt.slope, 0, platt.intercept)
    }
  }

  /// The log-odds of two margins.
  @inline(__always) func margin(_ m1: Double, _ m2: Double) -> Double {
    first * m1 + second * m2 + intercept
  }
}

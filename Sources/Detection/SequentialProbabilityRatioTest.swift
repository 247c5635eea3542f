/// Wald's sequential test: evidence is added up until it reaches one of two boundaries.
///
/// At A = ln((1 − β) / α) or above the alternative is accepted, an alarm; at B = ln(β / (1 − α)) or
/// below the null hypothesis. Wald 1945, "Sequential tests of statistical hypotheses",
/// doi:10.1214/aoms/1177731118. α bounds the share of false alarms and β that of misses, up to
/// α / (1 − β) and β / (1 − α).
///
/// An accepted null hypothesis does not end the watch: the sum restarts at 0. A chat may turn after
/// harmless months, and a test that acquitted for good could be outwaited. α and β then hold for
/// each test, not for a whole conversation; with B = 0 the restarts make it Page's ``CUSUM``.
///
/// ```swift
/// var test = SequentialProbabilityRatioTest(alpha: 0.01, beta: 0.05)
/// test.observe(4)    // false: 4 < ln 95
/// test.observe(0.6)  // true
/// ```
public struct SequentialProbabilityRatioTest: Sendable, Equatable {
  /// B, below 0: the sum at which the null hypothesis is accepted.
  public let lower: Double
  /// A, above 0: the sum at which the alarm sounds.
  public let upper: Double
  /// The evidence since the last restart; goes on after an alarm.
  public private(set) var sum = 0.0
  /// How often the null hypothesis was accepted.
  public private(set) var acceptances = 0

  /// A test between given boundaries. The upper one is looked at first.
  public init(lower: Double, upper: Double) { (self.lower, self.upper) = (lower, upper) }

  /// A test with given error rates.
  ///
  /// - Precondition: `alpha` and `beta` are above 0 and sum to less than 1.
  public init(alpha: Double, beta: Double) {
    precondition(alpha > 0 && beta > 0 && alpha + beta < 1, "error rates that leave a test")
    self.init(
      lower: Elementary.log(beta / (1 - alpha)), upper: Elementary.log((1 - beta) / alpha))
  }

  /// Takes the next log-likelihood ratio; whether the sum is at the upper boundary or above. O(1).
  @inline(__always) public mutating func observe(_ ratio: Double) -> Bool {
    sum += ratio
    if sum >= upper { return true }
    if sum <= lower {
      sum = 0
      acceptances += 1
    }
    return false
  }

  /// The error rates for which Wald sets these boundaries; nil where 0 is not between them.
  public var errorRates: (alpha: Double, beta: Double)? {
    guard lower < 0, upper > 0 else { return nil }
    let (a, b) = (Elementary.exp(upper), Elementary.exp(lower))
    guard a.isFinite else { return (0, b) }
    return ((1 - b) / (a - b), b * (a - 1) / (a - b))
  }
}

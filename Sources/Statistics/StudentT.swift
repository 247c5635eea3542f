import Glibc

/// Student's t distribution with a whole number of degrees of freedom, in closed form (Abramowitz
/// and Stegun 1964, 26.7.3 and 26.7.4).
///
/// ```swift
/// StudentT(degrees: 9).twoSidedP(2.262)      // 0.0500…
/// StudentT(degrees: 9).quantile(within: 0.95) // 2.262…
/// ```
///
/// **Comparison.** `2 * scipy.stats.t.sf(t, degrees)` and `scipy.stats.t.ppf((1 + share) / 2,
/// degrees)`, to 10⁻¹⁴ absolutely: a p-value below that is not told from 0.
public struct StudentT: Sendable, Equatable {
  /// The degrees of freedom, at least 1.
  public let degrees: Int

  /// The distribution.
  ///
  /// - Precondition: `degrees` ≥ 1.
  public init(degrees: Int) {
    precondition(degrees >= 1, "Student's t needs a degree of freedom")
    self.degrees = degrees
  }

  /// The probability of a value at least as far from 0 as `t`; 0 for ±∞, NaN for NaN. O(degrees).
  public func twoSidedP(_ t: Double) -> Double {
    if t.isNaN { return .nan }
    return min(1, max(0, 1 - inner(abs(t))))
  }

  /// The distance from 0 within which a `share` of the distribution lies. O(degrees · 200).
  ///
  /// - Precondition: 0 ≤ `share` < 1.
  public func quantile(within share: Double) -> Double {
    precondition(share >= 0 && share < 1, "a quantile needs a share in 0..<1")
    var (low, high) = (0.0, 1.0)
    while inner(high) < share, high < 1e15 { high *= 2 }
    // Halved until neighbouring numbers are reached.
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return high }
      if inner(middle) < share { low = middle } else { high = middle }
    }
  }

  /// The probability of a value within ±t.
  private func inner(_ t: Double) -> Double {
    let angle = atan(t / Double(degrees).squareRoot())
    let (sine, square) = (sin(angle), cos(angle) * cos(angle))
    let isOdd = degrees % 2 == 1
    if degrees == 1 { return 2 * angle / .pi }
    var term = isOdd ? cos(angle) : 1
    var sum = term
    for power in stride(from: isOdd ? 3 : 2, to: degrees, by: 2) {
      term *= square * Double(power - 1) / Double(power)
      sum += term
    }
    return isOdd ? 2 / .pi * (angle + sine * sum) : sine * sum
  }
}

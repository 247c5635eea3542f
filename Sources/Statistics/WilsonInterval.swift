/// Wilson's score interval of a proportion (Wilson 1927, doi:10.1080/01621459.1927.10502953).
///
/// Unlike the normal approximation it stays inside 0…1 and has a width where no or every trial
/// succeeded: no false alarm among 300 does not prove a rate of zero. Agrees with
/// `proportion_confint(…, method="wilson")` of statsmodels.
///
/// ```swift
/// WilsonInterval(successes: 0, trials: 300)?.high  // 0.01264…
/// ```
public struct WilsonInterval: Sendable, Equatable {
  /// The quantile of the normal distribution that leaves 2.5 % on each side.
  public static let z95 = 1.959963984540054

  /// The lower end, 0 or above.
  public let low: Double
  /// The upper end, 1 or below.
  public let high: Double

  /// The interval of `successes` out of `trials`; nil without trials. O(1).
  ///
  /// - Precondition: 0 ≤ `successes` ≤ `trials`.
  public init?(successes: Int, trials: Int, z: Double = WilsonInterval.z95) {
    precondition(0 <= successes && successes <= trials, "more successes than trials")
    guard trials > 0 else { return nil }
    let n = Double(trials)
    let p = Double(successes) / n
    let square = z * z
    let centre = (p + square / (2 * n)) / (1 + square / n)
    let half = z * (p * (1 - p) / n + square / (4 * n * n)).squareRoot() / (1 + square / n)
    // Rounding must not move an end that is exact.
    low = successes == 0 ? 0 : max(0, centre - half)
    high = successes == trials ? 1 : min(1, centre + half)
  }
}

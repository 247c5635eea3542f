import Glibc

/// McNemar's test of two classifiers on the same units (McNemar 1947, doi:10.1007/BF02295996).
///
/// Only units on which exactly one of the two is right count; under the null hypothesis each is as
/// likely to be either. The mid-p form is recommended by Fagerland, Lydersen and Laake (2013,
/// doi:10.1186/1471-2288-13-91): the exact form is conservative.
///
/// The exact form agrees with `mcnemar(table, exact=True)` of statsmodels.
///
/// ```swift
/// McNemarTest(onlyFirst: 10, onlySecond: 2).exact  // 0.03857…
/// ```
public struct McNemarTest: Sendable, Equatable {
  /// Units that only the first got right.
  public let onlyFirst: Int
  /// Units that only the second got right.
  public let onlySecond: Int
  /// Two-sided exact p-value, at most 1; 1 without discordant units.
  public let exact: Double
  /// Two-sided mid-p value: the exact one less the probability of what was observed (less half of
  /// it where both counts are equal); 1 without discordant units.
  public let midP: Double

  /// The test of `onlyFirst` units that only the first got right, and `onlySecond` the other way
  /// round. O(number of discordant units).
  ///
  /// - Precondition: both are ≥ 0.
  public init(onlyFirst: Int, onlySecond: Int) {
    precondition(onlyFirst >= 0 && onlySecond >= 0, "counts are not negative")
    (self.onlyFirst, self.onlySecond) = (onlyFirst, onlySecond)
    let n = onlyFirst + onlySecond
    let smaller = min(onlyFirst, onlySecond)
    // Logarithms, since 2⁻ⁿ underflows for large n.
    var logTerm = -Double(n) * log(2.0)
    var tail = exp(logTerm)
    for k in stride(from: 1, through: smaller, by: 1) {
      logTerm += log(Double(n - k + 1) / Double(k))
      tail += exp(logTerm)
    }
    exact = min(1, 2 * tail)
    if n == 0 {
      midP = 1
    } else if onlyFirst == onlySecond {
      midP = 1 - exp(logTerm) / 2
    } else {
      midP = max(0, 2 * tail - exp(logTerm))
    }
  }
}

/// The cumulative-sum test for a change: S ← max(0, S + ℓ − κ), an alarm once S ≥ h.
///
/// Page 1954, "Continuous inspection schemes", doi:10.1093/biomet/41.1-2.100. With ℓ the
/// log-likelihood ratio of an observation and κ = 0 no test of the same run length finds a change
/// sooner in the worst case (Lorden 1971, doi:10.1214/aoms/1177693055).
///
/// ```swift
/// var test = CUSUM(drift: 0.5, threshold: 2)
/// test.observe(-3)  // false: the sum stays at 0
/// test.observe(2.5) // true: 0 + 2.5 − 0.5 ≥ 2
/// ```
public struct CUSUM: Sendable, Equatable {
  /// κ, taken off every observation.
  public let drift: Double
  /// h, the sum at which the alarm sounds.
  public let threshold: Double
  /// S, never below 0; goes on after an alarm.
  public private(set) var sum = 0.0

  /// A test that has observed nothing.
  public init(drift: Double, threshold: Double) {
    (self.drift, self.threshold) = (drift, threshold)
  }

  /// Takes the next log-likelihood ratio; whether the sum is at the threshold or above. O(1).
  @inline(__always) public mutating func observe(_ ratio: Double) -> Bool {
    sum = max(0, sum + ratio - drift)
    return sum >= threshold
  }

  /// The mean number of observations up to the alarm, for independent normal observations.
  ///
  /// Siegmund 1985, "Sequential Analysis", doi:10.1007/978-1-4757-1862-1: with Δ the mean of ℓ − κ
  /// in deviations and b = h in deviations + 2 · 0.583 for the overshoot at both ends, it is
  /// (e^(−2Δb) + 2Δb − 1) / (2Δ²), and b² where Δ = 0. Before a change it is the run length between
  /// false alarms; after it, the delay.
  ///
  /// - Parameters:
  ///   - mean: of an observation ℓ.
  ///   - deviation: of an observation ℓ; above 0.
  public func runLength(mean: Double, deviation: Double) -> Double {
    let delta = (mean - drift) / deviation
    let b = threshold / deviation + 1.166
    let x = -2 * delta * b
    // 1 + x/3 + x²/12 is 2(eˣ − 1 − x)/x² without the cancellation.
    if x.magnitude < 1e-3 { return b * b * (1 + x / 3 + x * x / 12) }
    return (Elementary.exp(x) - x - 1) / (2 * delta * delta)
  }

  /// The threshold whose ``runLength(mean:deviation:)`` is the one wanted, 0 where a threshold of 0
  /// runs longer already. O(1).
  ///
  /// ```swift
  /// // One false alarm in 1,000 observations of a unit normal log-likelihood ratio:
  /// CUSUM.threshold(runLength: 1000, drift: 0, mean: -0.5, deviation: 1)  // 5.06…
  /// ```
  ///
  /// - Precondition: `runLength` is finite and `deviation` above 0.
  public static func threshold(
    runLength: Double, drift: Double, mean: Double, deviation: Double
  ) -> Double {
    precondition(runLength.isFinite && deviation > 0, "a wanted run length, and some spread")
    func reached(_ threshold: Double) -> Double {
      CUSUM(drift: drift, threshold: threshold).runLength(mean: mean, deviation: deviation)
    }
    var (low, high) = (0.0, deviation)
    while reached(high) < runLength { (low, high) = (high, 2 * high) }
    while true {
      let middle = low + (high - low) / 2
      guard low < middle, middle < high else { return low }
      if reached(middle) < runLength { low = middle } else { high = middle }
    }
  }
}

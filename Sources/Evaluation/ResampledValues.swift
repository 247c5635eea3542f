import Statistics

/// A metric on every resample of a bootstrap.
struct ResampledValues: Sendable {
  private var defined: [Double] = []
  private var undefinedCount = 0

  /// No value yet, room for `capacity`.
  init(capacity: Int) { defined.reserveCapacity(capacity) }

  /// Adds the value on one resample.
  mutating func append(_ value: Double?) {
    if let value { defined.append(value) } else { undefinedCount += 1 }
  }

  /// The percentile interval; no interval where more than half of the resamples are undefined, and
  /// nil for an end that is infinite. O(n log n).
  func interval(_ confidence: Double) -> (low: Double?, high: Double?) {
    guard defined.count > undefinedCount else { return (nil, nil) }
    let sorted = defined.sorted()
    let tail = 50 * (1 - confidence)
    func end(_ percent: Double) -> Double? {
      OrderStatistics.percentile(percent, ofSorted: sorted).flatMap { $0.isFinite ? $0 : nil }
    }
    return (end(tail), end(100 - tail))
  }
}

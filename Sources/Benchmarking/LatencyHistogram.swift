/// Counts of durations in log-linear buckets of at most 1 % width (HdrHistogram's layout).
public struct LatencyHistogram: Sendable, Equatable {
  /// How many samples fell into each bucket, by bucket index.
  public var counts: [Int: Int] = [:]
  public init() {}
}

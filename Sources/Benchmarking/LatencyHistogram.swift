/// Counts of durations in log-linear buckets of at most 1 % width (HdrHistogram's layout).
///
/// Values below 128 ns have a bucket each; above, every power of two is cut into 128 buckets.
///
/// ```swift
/// var histogram = LatencyHistogram()
/// for nanoseconds in 1...100 { histogram.record(nanoseconds) }
/// histogram.value(atPercentile: 50)  // 50
/// ```
public struct LatencyHistogram: Sendable, Equatable {
  private static let precision = 7
  private static let size = 1 << precision
  /// Durations at or above this many nanoseconds (about 18 minutes) count as this.
  public static let maximumNanoseconds = 1 << 40
  private static let bucketCount = bucket(of: maximumNanoseconds) + 1

  /// How many samples fell into each bucket, by bucket index.
  public private(set) var counts: [UInt64]
  /// How many samples there are.
  public private(set) var count: UInt64 = 0
  /// The largest sample in nanoseconds; 0 without samples.
  public private(set) var maximum = 0

  /// A histogram without samples.
  public init() { counts = [UInt64](repeating: 0, count: Self.bucketCount) }

  /// A histogram from stored buckets; indices that do not exist are dropped.
  public init(buckets: some Sequence<(index: Int, count: UInt64)>, maximum: Int) {
    self.init()
    for bucket in buckets where counts.indices.contains(bucket.index) {
      counts[bucket.index] += bucket.count
      count += bucket.count
    }
    self.maximum = maximum
  }

  /// The bucket that holds a duration.
  static func bucket(of nanoseconds: Int) -> Int {
    let value = min(max(nanoseconds, 0), maximumNanoseconds)
    guard value >= size else { return value }
    let shift = (Int.bitWidth - 1 - value.leadingZeroBitCount) - precision
    return (shift + 1) * size + ((value >> shift) - size)
  }

  /// The durations a bucket holds, in nanoseconds.
  public static func bounds(ofBucket index: Int) -> ClosedRange<Int> {
    guard index >= size else { return index...index }
    let shift = index / size - 1
    let low = (index % size + size) << shift
    return low...(low + (1 << shift) - 1)
  }

  /// Adds one sample. O(1), allocates nothing.
  public mutating func record(_ nanoseconds: Int) {
    counts[Self.bucket(of: nanoseconds)] += 1
    count += 1
    maximum = max(maximum, nanoseconds)
  }

  /// Adds all samples of another histogram.
  public mutating func merge(_ other: LatencyHistogram) {
    for index in counts.indices { counts[index] += other.counts[index] }
    count += other.count
    maximum = max(maximum, other.maximum)
  }

  /// The median distance of the samples from their median in nanoseconds, at the resolution of the
  /// buckets; nil without samples. O(buckets log buckets).
  public var medianAbsoluteDeviation: Int? {
    guard let value = value(atPercentile: 50) else { return nil }
    let median = Self.middle(ofBucket: Self.bucket(of: value))
    let distances = counts.indices.filter { counts[$0] > 0 }
      .map { (distance: abs(Self.middle(ofBucket: $0) - median), count: counts[$0]) }
      .sorted { $0.distance < $1.distance }
    var seen: UInt64 = 0
    for (distance, count) in distances {
      seen += count
      if 2 * seen >= self.count { return distance }
    }
    return nil
  }

  private static func middle(ofBucket index: Int) -> Int {
    let bounds = bounds(ofBucket: index)
    return bounds.lowerBound + (bounds.upperBound - bounds.lowerBound) / 2
  }

  /// The smallest duration in nanoseconds that at least `percentile` per cent of the samples do not
  /// pass, at the resolution of the buckets; nil without samples.
  ///
  /// - Parameter percentile: 0…100.
  public func value(atPercentile percentile: Double) -> Int? {
    guard count > 0 else { return nil }
    let target = max(1, UInt64((percentile / 100 * Double(count)).rounded(.up)))
    var seen: UInt64 = 0
    for index in counts.indices {
      seen += counts[index]
      if seen >= target { return min(Self.bounds(ofBucket: index).upperBound, maximum) }
    }
    return maximum
  }
}

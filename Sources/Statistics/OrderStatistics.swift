/// Percentiles, the median and the median absolute deviation.
///
/// Percentiles are interpolated linearly between order statistics (type 7 of Hyndman and Fan 1996,
/// doi:10.2307/2684934), as `numpy.percentile` does by default.
///
/// ```swift
/// OrderStatistics.median([4, 1, 3, 2])                    // 2.5
/// OrderStatistics.medianAbsoluteDeviation([1, 2, 3, 100]) // 1
/// ```
public enum OrderStatistics {
  /// The value below which `percent` per cent of the ascending `sorted` lie; nil when empty. O(1).
  ///
  /// Infinite values are allowed: a percentile that falls between a finite and an infinite value is
  /// infinite.
  ///
  /// - Precondition: 0 ≤ `percent` ≤ 100.
  public static func percentile(_ percent: Double, ofSorted sorted: [Double]) -> Double? {
    precondition((0...100).contains(percent), "a percentile lies in 0…100")
    guard let last = sorted.indices.last else { return nil }
    let position = percent / 100 * Double(last)
    let index = min(Int(position), last)
    let (below, above) = (sorted[index], sorted[min(index + 1, last)])
    let share = position - Double(index)
    // ∞ − ∞ has no value, so equal neighbours and exact positions are not interpolated.
    return share == 0 || below == above ? below : below + share * (above - below)
  }

  /// The middle value, or the mean of the two middle ones; nil when empty. O(n log n).
  public static func median(_ values: [Double]) -> Double? {
    percentile(50, ofSorted: values.sorted())
  }

  /// The median distance from the median, without the factor 1.4826; nil when empty. O(n log n).
  public static func medianAbsoluteDeviation(_ values: [Double]) -> Double? {
    guard let middle = median(values) else { return nil }
    return median(values.map { abs($0 - middle) })
  }
}

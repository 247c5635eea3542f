/// How far two samples of a number lie apart, in 0…1.
enum SampleDistance {
  /// The largest gap between the two distribution functions (Kolmogorov 1933, Smirnov 1939), as
  /// `scipy.stats.ks_2samp(…).statistic`; nil without numbers on both sides. O(n log n).
  static func kolmogorovSmirnov(_ a: [Double], _ b: [Double]) -> Double? {
    gaps(a, b).map { max($0.above, $0.below) }
  }

  /// The largest gap above and the largest below (Kuiper 1960): the same wherever the day is taken to
  /// begin. O(n log n).
  static func kuiper(_ a: [Double], _ b: [Double]) -> Double? {
    gaps(a, b).map { $0.above + $0.below }
  }

  private static func gaps(_ a: [Double], _ b: [Double]) -> (above: Double, below: Double)? {
    guard !a.isEmpty, !b.isEmpty else { return nil }
    let (a, b) = (a.sorted(), b.sorted())
    var (i, j, above, below) = (0, 0, 0.0, 0.0)
    while i < a.count, j < b.count {
      let value = min(a[i], b[j])
      while i < a.count, a[i] == value { i += 1 }
      while j < b.count, b[j] == value { j += 1 }
      let gap = Double(i) / Double(a.count) - Double(j) / Double(b.count)
      above = max(above, gap)
      below = max(below, -gap)
    }
    return (above, below)
  }
}

/// Where the values of each feature are cut into bins, so that a tree looks at histograms instead
/// of sorted values.
///
/// A value that occurs often has a bin of its own; the others share bins of about equal counts, on
/// average at least ``minimumCount`` rows each: the rule of LightGBM (Ke et al. 2017), but without
/// its bin for zeros. A cut lies half-way between two neighbouring values.
struct FeatureBins {
  /// The most bins of a feature, so that a bin fits a byte.
  static let limit = 255
  /// The fewest rows of a bin, on average where bins are shared.
  static let minimumCount = 3

  /// Of each feature the rising upper bounds: bin b holds what is ≤ `bounds[b]` and above the
  /// bound before; the last bin has no bound.
  let bounds: [[Double]]

  /// Bins of the features of `rows`, at most `maximum` (2…``limit``) each. O(rows · log rows) a
  /// feature.
  init(_ rows: FeatureMatrix, maximum: Int) {
    precondition((2...Self.limit).contains(maximum), "2…\(Self.limit) bins")
    bounds = (0..<rows.columns).map { column in
      Self.cuts((0..<rows.count).map { rows[$0, column] }.sorted(), maximum)
    }
  }

  /// The bin of a value: O(log bins).
  func bin(_ value: Double, feature: Int) -> UInt8 {
    let bounds = bounds[feature]
    var (low, high) = (0, bounds.count)
    while low < high {
      let middle = (low + high) / 2
      if value <= bounds[middle] { high = middle } else { low = middle + 1 }
    }
    return UInt8(low)
  }

  private static func cuts(_ sorted: [Double], _ maximum: Int) -> [Double] {
    var distinct: [(value: Double, count: Int)] = []
    for value in sorted {
      if distinct.last?.value == value {
        distinct[distinct.count - 1].count += 1
      } else {
        distinct.append((value, 1))
      }
    }
    let counts = distinct.map(\.count)
    let ends = counts.count <= maximum ? each(counts) : even(counts, maximum)
    return ends.map { between(distinct[$0].value, distinct[$0 + 1].value) }
  }

  /// Which values end a bin where each may have its own.
  private static func each(_ counts: [Int]) -> [Int] {
    var ends: [Int] = []
    var filled = 0
    for index in counts.indices.dropLast() {
      filled += counts[index]
      if filled >= minimumCount {
        ends.append(index)
        filled = 0
      }
    }
    return ends
  }

  /// Which values end a bin where bins must be shared: a value with more than an even share has
  /// its own, the others fill bins up to an even share of what is left.
  private static func even(_ counts: [Int], _ maximum: Int) -> [Int] {
    let total = counts.reduce(0, +)
    let maximum = max(1, min(maximum, total / minimumCount))
    let isFrequent = counts.map { Double($0) >= Double(total) / Double(maximum) }
    var (rest, places) = (total, maximum)
    for index in counts.indices where isFrequent[index] {
      rest -= counts[index]
      places -= 1
    }
    var share = Double(rest) / Double(places)
    var ends: [Int] = []
    var filled = 0.0
    for index in counts.indices.dropLast() where ends.count < maximum - 1 {
      if !isFrequent[index] { rest -= counts[index] }
      filled += Double(counts[index])
      guard
        isFrequent[index] || filled >= share
          || (isFrequent[index + 1] && filled >= max(1, share / 2))
      else { continue }
      ends.append(index)
      filled = 0
      if !isFrequent[index] {
        places -= 1
        share = Double(rest) / Double(places)
      }
    }
    return ends
  }

  /// Half-way, and never so rounded that it reaches the larger value.
  private static func between(_ low: Double, _ high: Double) -> Double {
    let middle = low / 2 + high / 2
    return middle >= low && middle < high ? middle : low
  }
}

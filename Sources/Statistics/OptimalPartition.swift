/// The cut of a series into levels with the least squared error, where each cut has a price (optimal
/// partitioning: Jackson et al. 2005, doi:10.1109/LSP.2001.838216).
///
/// ```swift
/// OptimalPartition([1, 1, 1, 5, 5, 5], penalty: 1).cuts  // [3]
/// ```
///
/// **Comparison.** The same cuts as PELT (Killick, Fearnhead, Eckley 2012,
/// doi:10.1080/01621459.2012.737745), which leaves out what cannot be best;
/// `ruptures.Pelt(model="l2", min_size=minimumLength, jump=1).fit_predict(values, penalty)` agrees.
/// O(n²) time, O(n) memory.
public struct OptimalPartition: Sendable, Equatable {
  /// The 0-based indices at which a new level starts, in order; never 0.
  public let cuts: [Int]
  /// The sum of squared distances from the means of the levels, without the price of the cuts.
  public let cost: Double

  /// The best partition; without cuts for fewer than 2 · `minimumLength` values.
  ///
  /// - Parameters:
  ///   - penalty: what a cut must save in squared error.
  ///   - minimumLength: how many points a level has at least.
  /// - Precondition: all values are finite, `penalty` ≥ 0, `minimumLength` ≥ 1.
  public init(_ values: [Double], penalty: Double, minimumLength: Int = 1) {
    precondition(values.allSatisfy(\.isFinite), "a mean needs finite values")
    precondition(penalty >= 0, "a cut does not pay for itself")
    precondition(minimumLength >= 1, "an empty level has no mean")
    let errors = SquaredErrors(values)
    let count = values.count
    // best[end] is the least cost of the first `end` values, the price of their cuts included.
    var best = [Double](repeating: .infinity, count: count + 1)
    var lastCut = [Int](repeating: 0, count: count + 1)
    best[0] = -penalty
    for end in stride(from: minimumLength, through: count, by: 1) {
      for start in 0...(end - minimumLength) where best[start] < .infinity {
        let cost = best[start] + errors.of(start..<end) + penalty
        if cost < best[end] { (best[end], lastCut[end]) = (cost, start) }
      }
    }
    var cuts: [Int] = []
    var end = count >= minimumLength ? lastCut[count] : 0
    while end > 0 {
      cuts.append(end)
      end = lastCut[end]
    }
    self.cuts = cuts.reversed()
    let bounds = [0] + self.cuts + [count]
    cost = zip(bounds, bounds.dropFirst()).reduce(0) { $0 + errors.of($1.0..<$1.1) }
  }
}

/// The squared error of any part of a series about its mean, from sums of what stands before it.
private struct SquaredErrors {
  private var sums = [0.0]
  private var squares = [0.0]

  init(_ values: [Double]) {
    // About the middle: squares of large values that differ little would lose their difference.
    let middle = OrderStatistics.median(values) ?? 0
    for value in values {
      let distance = value - middle
      sums.append((sums.last ?? 0) + distance)
      squares.append((squares.last ?? 0) + distance * distance)
    }
  }

  /// 0 for an empty part. O(1).
  func of(_ part: Range<Int>) -> Double {
    guard !part.isEmpty else { return 0 }
    let sum = sums[part.upperBound] - sums[part.lowerBound]
    let square = squares[part.upperBound] - squares[part.lowerBound]
    return max(0, square - sum * sum / Double(part.count))
  }
}

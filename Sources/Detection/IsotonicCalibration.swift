/// Isotonic calibration: the probability is a rising step function of the margin, with straight
/// ramps between the steps.
///
/// Least squares under monotony by pooling adjacent violators (Ayer et al. 1955,
/// doi:10.1214/aoms/1177728423), used for calibration by Zadrozny & Elkan 2002,
/// doi:10.1145/775047.775151. Bends where Platt's curve cannot, but needs more examples, has flat
/// stretches on which margins tie, and reaches 0 and 1. Agrees with
/// `sklearn.isotonic.IsotonicRegression(out_of_bounds="clip")`.
///
/// ```swift
/// let fit = IsotonicCalibration(
///   margins: [1, 2, 2, 3, 5, 6], isPositive: [false, true, false, false, true, true])
/// fit.probability(3)  // 1/3
/// fit.probability(4)  // 2/3
/// ```
public struct IsotonicCalibration: Sendable, Equatable {
  /// The margins where the curve bends, rising.
  public let margins: [Double]
  /// The probability at each of ``margins``, rising.
  public let probabilities: [Double]

  /// Fits on margins and their classes; equal margins count as their mean. O(n log n).
  ///
  /// - Precondition: there is a margin, all are finite, and there is a class for each.
  public init(margins given: [Double], isPositive: [Bool]) {
    precondition(given.count == isPositive.count && !given.isEmpty, "a margin for every class")
    /// Neighbouring margins with one value.
    struct Block {
      var (first, last): (Double, Double)
      var (positives, count): (Int, Int)

      /// Whether the value is below that of `next`, in whole numbers so that ties are exact.
      func isBelow(_ next: Block) -> Bool { positives * next.count < next.positives * count }
    }
    var blocks: [Block] = []
    func pool(_ block: Block) {
      var block = block
      while let previous = blocks.last, !previous.isBelow(block) {
        block.first = previous.first
        block.positives += previous.positives
        block.count += previous.count
        blocks.removeLast()
      }
      blocks.append(block)
    }
    let order = given.indices.sorted { given[$0] < given[$1] }
    var start = 0
    while start < order.count {
      let margin = given[order[start]]
      let end = order[start...].firstIndex { given[$0] != margin } ?? order.count
      pool(
        Block(
          first: margin, last: margin, positives: order[start..<end].count { isPositive[$0] },
          count: end - start))
      start = end
    }
    var (bends, values): ([Double], [Double]) = ([], [])
    for block in blocks {
      let value = Double(block.positives) / Double(block.count)
      for margin in block.first < block.last ? [block.first, block.last] : [block.first] {
        bends.append(margin)
        values.append(value)
      }
    }
    (margins, probabilities) = (bends, values)
  }

  /// A given curve; nil unless it has a point and both coordinates rise, margins strictly.
  init?(margins: [Double], probabilities: [Double]) {
    guard margins.count == probabilities.count, !margins.isEmpty,
      zip(margins, margins.dropFirst()).allSatisfy({ $0 < $1 }),
      zip(probabilities, probabilities.dropFirst()).allSatisfy({ $0 <= $1 }),
      probabilities.allSatisfy((0...1).contains)
    else { return nil }
    (self.margins, self.probabilities) = (margins, probabilities)
  }

  /// The probability of a margin; beyond the margins that were seen, that of the nearest.
  /// O(log n).
  public func probability(_ margin: Double) -> Double {
    // The first bend at or above the margin.
    var (low, high) = (0, margins.count)
    while low < high {
      let middle = (low + high) / 2
      if margins[middle] < margin { low = middle + 1 } else { high = middle }
    }
    if low == 0 { return probabilities[0] }
    if low == margins.count { return probabilities[low - 1] }
    let share = (margin - margins[low - 1]) / (margins[low] - margins[low - 1])
    return probabilities[low - 1] + share * (probabilities[low] - probabilities[low - 1])
  }
}

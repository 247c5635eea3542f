/// Roblox Sentinel's rating of a conversation from the scores of its texts so far:
/// (mean − median) / σ, 0 below ten scores.
///
/// Scores are kept as whole multiples of 2⁻⁴⁰ and sums as whole numbers, so that order and rounding
/// play no part: the result after each score has the bits of a fresh computation, and ten equal
/// scores, whose true σ is 0, give 0 and not rounding noise.
struct RunningSkewness {
  /// Fewer scores than this give 0.
  static let leastCount = 10
  /// Later scores are left out, so that the sums stay whole numbers of 128 bits.
  static let maximumCount = 1 << 20
  /// Scores are log ratios of cosines, at most 2 but for rounding, and cannot lie outside.
  static let range = -3.0...3.0

  private static let unit = 0x1p40

  private var median = RunningMedian()
  private var sum: Int128 = 0
  private var squares: Int128 = 0

  /// Forgets all scores.
  mutating func begin() {
    median.begin()
    (sum, squares) = (0, 0)
  }

  /// Adds a score in ``range``, unless there are ``maximumCount``. O(log n).
  mutating func insert(_ score: Double) {
    precondition(Self.range.contains(score), "a score outside -3…3")
    guard median.count < Self.maximumCount else { return }
    let scaled = score * Self.unit
    let whole = Int64(scaled < 0 ? scaled - 0.5 : scaled + 0.5)
    median.insert(whole)
    sum += Int128(whole)
    squares += Int128(whole) * Int128(whole)
  }

  /// (mean − median) / σ with the population's σ; 0 below ten scores and where all are equal.
  var value: Double {
    guard median.count >= Self.leastCount else { return 0 }
    let count = Int128(median.count)
    // n²σ², exact: both terms stay below 2¹²⁴.
    let spread = count * squares - sum * sum
    guard spread > 0 else { return 0 }
    let difference = 2 * sum - count * Int128(median.doubled)
    return Double(difference) / (2 * Double(spread).squareRoot())
  }
}

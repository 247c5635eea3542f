/// The mean of the middle of a sample, with the standard error that outliers cannot inflate: Yuen's
/// (1974, doi:10.1093/biomet/61.1.165), as Wilcox (2012, §4.3) writes it.
///
/// A share of the values is left out at either end; the error comes of the sample in which these
/// values are replaced by their nearest kept neighbours, with h − 1 degrees of freedom for h kept.
///
/// ```swift
/// TrimmedMean([1, 2, 3, 4, 100])?.mean  // 3
/// ```
///
/// **Comparison.** `scipy.stats.mstats.trimmed_mean_ci` and `trimmed_stde`, which agree where the
/// share of the count is a whole number.
public struct TrimmedMean: Sendable, Equatable {
  /// The mean of the kept values.
  public let mean: Double
  /// Its standard error; 0 where the kept values are equal.
  public let standardError: Double
  /// How many values were kept.
  public let kept: Int

  /// The summary of values; nil where fewer than two are kept. O(n log n).
  ///
  /// - Parameter share: how much is left out at either end, 0..<0.5; rounded down to whole values.
  /// - Precondition: all values are finite.
  public init?(_ values: [Double], share: Double = 0.2) {
    precondition(share >= 0 && share < 0.5, "a share to trim lies in 0..<0.5")
    precondition(values.allSatisfy(\.isFinite), "a mean needs finite values")
    let sorted = values.sorted()
    let cut = Int(share * Double(sorted.count))
    kept = sorted.count - 2 * cut
    guard kept >= 2 else { return nil }
    let middle = sorted[cut..<(sorted.count - cut)]
    mean = middle.reduce(0, +) / Double(kept)
    let ends = [sorted[cut], sorted[sorted.count - cut - 1]]
    let all = middle + ends.flatMap { [Double](repeating: $0, count: cut) }
    let centre = all.reduce(0, +) / Double(all.count)
    let variance =
      all.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(all.count - 1)
    standardError = (variance * Double(all.count)).squareRoot() / Double(kept)
  }

  /// The interval that holds the true trimmed mean in a `confidence` share of samples.
  ///
  /// - Precondition: 0 ≤ `confidence` < 1.
  public func interval(confidence: Double) -> ClosedRange<Double> {
    let reach = StudentT(degrees: kept - 1).quantile(within: confidence) * standardError
    return (mean - reach)...(mean + reach)
  }

  /// The two-sided p-value of a true trimmed mean of 0; 1 where every value is 0.
  public var p: Double {
    if standardError == 0 { return mean == 0 ? 1 : 0 }
    return StudentT(degrees: kept - 1).twoSidedP(mean / standardError)
  }
}

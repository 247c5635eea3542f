import Statistics

/// One bar of a reliability diagram: how often conversations with about this score are grooming.
///
/// Shares and scores lie in 0…1 over conversations; bars on the diagonal are those of probabilities.
/// The bar is the share of grooming with its Wilson interval of 95 %, so that a bin of five
/// conversations does not look as sure as one of five hundred (Bröcker and Smith 2007,
/// doi:10.1175/WAF993.1, on why a diagram needs bars).
///
/// Bins without a conversation are left out; scores that are missing or NaN are, too. Where a score
/// lies outside 0…1 the scores are no probabilities and there are no bins. O(n log n).
///
/// **Comparison.** With scikit-learn's `calibration_curve`, `equalWidth` is `strategy="uniform"`,
/// but bins are [lo, hi) here and (lo, hi] there; `equalMass` is `strategy="quantile"`, with borders
/// by rank here and interpolated between scores there.
public struct ReliabilityBin: Sendable, Equatable {
  /// The lowest score in it.
  public let lowest: Double
  /// The highest score in it.
  public let highest: Double
  /// The mean score.
  public let meanScore: Double
  /// How many conversations it holds.
  public let count: Int
  /// How many of them are grooming.
  public let positiveCount: Int

  /// The share of grooming.
  public var share: Double { Double(positiveCount) / Double(count) }

  /// The lower end of the share's interval.
  public var low: Double { interval?.low ?? 0 }

  /// The upper end of the share's interval.
  public var high: Double { interval?.high ?? 1 }

  private var interval: WilsonInterval? {
    WilsonInterval(successes: positiveCount, trials: count)
  }

  /// Ten bins of the same width, [lo, hi) but the last closed: those of `ece`.
  public static func equalWidth(_ units: [EvaluatedConversation]) -> [ReliabilityBin] {
    let sorted = scored(units)
    var bins: [ReliabilityBin] = []
    var start = 0
    for index in sorted.indices {
      let bin = CalibrationMetrics.bin(sorted[index].score)
      let next = index + 1 < sorted.count ? CalibrationMetrics.bin(sorted[index + 1].score) : -1
      guard bin != next else { continue }
      bins.append(ReliabilityBin(sorted[start...index]))
      start = index + 1
    }
    return bins
  }

  /// Bins of about the same number of conversations; equal scores stay together, so that there are
  /// fewer bins where they are many, and the order of the list does not matter.
  ///
  /// - Precondition: `binCount` > 0.
  public static func equalMass(
    _ units: [EvaluatedConversation], binCount: Int = 10
  ) -> [ReliabilityBin] {
    precondition(binCount > 0, "scores need a bin")
    let sorted = scored(units)
    var bins: [ReliabilityBin] = []
    var start = 0
    for number in 1...binCount {
      var end = number * sorted.count / binCount
      guard end > start else { continue }
      while end < sorted.count, sorted[end].score == sorted[end - 1].score { end += 1 }
      bins.append(ReliabilityBin(sorted[start..<end]))
      start = end
    }
    return bins
  }

  /// Σ over bins of (share of conversations) · |mean score − share of grooming|; nil without bins.
  public static func calibrationError(of bins: [ReliabilityBin]) -> Double? {
    let total = bins.reduce(0) { $0 + $1.count }
    guard total > 0 else { return nil }
    return bins.reduce(0.0) { $0 + Double($1.count) * abs($1.meanScore - $1.share) }
      / Double(total)
  }

  private typealias Forecast = (score: Double, isPositive: Bool)

  private init(_ forecasts: ArraySlice<Forecast>) {
    (lowest, highest) = (forecasts.first?.score ?? 0, forecasts.last?.score ?? 0)
    meanScore = forecasts.reduce(0) { $0 + $1.score } / Double(forecasts.count)
    count = forecasts.count
    positiveCount = forecasts.count { $0.isPositive }
  }

  /// Forecasts by rising score; none where a score is no probability.
  private static func scored(_ units: [EvaluatedConversation]) -> [Forecast] {
    let forecasts = units.compactMap { unit in
      unit.usableScore.map { (score: $0, isPositive: unit.isPositive) }
    }
    guard forecasts.allSatisfy({ (0...1).contains($0.score) }) else { return [] }
    return forecasts.sorted { $0.score < $1.score }
  }
}

/// The six ways in which Roblox Sentinel 2.0 makes one number of the scores of many texts, with
/// their default parameters.
///
/// ```swift
/// SentinelAggregator.topKMean.value([0.2, 0, 0.5, 0.4, 0.3])  // 0.4
/// ```
/// Source: github.com/Roblox/Sentinel, `score_formulae`.
enum SentinelAggregator: String, Sendable, CaseIterable {
  /// (mean − median) / σ of all scores, 0 below ten: Sentinel's default.
  case skewness
  /// The mean of the scores above 0.
  case meanOfPositives = "mean_of_positives"
  /// The mean of the three largest above 0.
  case topKMean = "top_k_mean"
  /// The 90th percentile of those above 0, linear between ranks.
  case percentileScore = "percentile_score"
  /// The mean of those above 0, each weighted by e^score.
  case softmaxWeightedMean = "softmax_weighted_mean"
  /// The largest.
  case maxScore = "max_score"

  /// The rating of a conversation; 0 without a score above 0, except that ``skewness`` may be
  /// negative. O(n log n).
  func value(_ scores: [Double]) -> Double {
    if self == .skewness {
      var running = RunningSkewness()
      for score in scores { running.insert(score) }
      return running.value
    }
    let positives = scores.filter { $0 > 0 }.sorted()
    guard let largest = positives.last else { return 0 }
    switch self {
    case .skewness, .maxScore: return largest
    case .meanOfPositives: return Self.mean(positives[...])
    case .topKMean: return Self.mean(positives.suffix(3))
    case .percentileScore:
      let rank = 0.9 * Double(positives.count - 1)
      let below = Int(rank)
      guard below + 1 < positives.count else { return largest }
      return positives[below] + (rank - Double(below)) * (positives[below + 1] - positives[below])
    case .softmaxWeightedMean:
      var (total, weighted) = (0.0, 0.0)
      for score in positives {
        let weight = Elementary.exp(score - largest)
        total += weight
        weighted += weight * score
      }
      return weighted / total
    }
  }

  private static func mean(_ values: ArraySlice<Double>) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}

/// The multinomial event model of naive Bayes on feature counts.
///
/// Agrees with `sklearn.naive_bayes.MultinomialNB(alpha=…)`: Lidstone-smoothed feature
/// probabilities and the classes' shares as prior (McCallum & Nigam 1998).
struct MultinomialCounts {
  /// For each feature, how often it occurs in negative and in positive rows.
  private(set) var negative: [Double]
  private(set) var positive: [Double]
  private var rows: (negative: Int, positive: Int) = (0, 0)

  /// No rows yet.
  init(featureCount: Int) {
    negative = [Double](repeating: 0, count: featureCount)
    positive = negative
  }

  /// Adds all rows.
  mutating func add(_ source: FeatureRows) {
    for row in 0..<source.count {
      let isPositive = source.isPositive[row]
      if isPositive { rows.positive += 1 } else { rows.negative += 1 }
      for entry in source.starts[row]..<source.starts[row + 1] {
        let (bucket, count) = (Int(source.buckets[entry]), Double(source.counts[entry]))
        if isPositive { positive[bucket] += count } else { negative[bucket] += count }
      }
    }
  }

  /// ln P(positive) − ln P(negative).
  var logPriorOdds: Double {
    Elementary.log(Double(rows.positive)) - Elementary.log(Double(rows.negative))
  }

  /// For each feature ln P(feature | positive) − ln P(feature | negative), smoothed with `alpha` > 0;
  /// 0 for a feature that no row has: it is no part of the vocabulary.
  func logOdds(alpha: Double) -> [Double] {
    var (vocabulary, negatives, positives) = (0.0, 0.0, 0.0)
    for feature in negative.indices where negative[feature] + positive[feature] > 0 {
      vocabulary += 1
      negatives += negative[feature]
      positives += positive[feature]
    }
    let scale =
      Elementary.log(negatives + alpha * vocabulary)
      - Elementary.log(positives + alpha * vocabulary)
    return negative.indices.map { feature in
      guard negative[feature] + positive[feature] > 0 else { return 0 }
      return Elementary.log(positive[feature] + alpha)
        - Elementary.log(negative[feature] + alpha) + scale
    }
  }
}

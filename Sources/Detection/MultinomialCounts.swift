/// The multinomial event model of naive Bayes on feature counts.
///
/// Agrees with `sklearn.naive_bayes.MultinomialNB(alpha=…)`: Lidstone-smoothed feature
/// probabilities and the classes' shares as prior (McCallum & Nigam 1998); and, in
/// ``complementOdds(alpha:isNormalised:)``, with `ComplementNB(alpha=…, norm=…)` (Rennie et al. 2003).
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
    let scale = logScale(negative, alpha) - logScale(positive, alpha)
    return negative.indices.map { feature in
      guard isKnown(feature) else { return 0 }
      return Elementary.log(positive[feature] + alpha)
        - Elementary.log(negative[feature] + alpha) + scale
    }
  }

  /// For each feature its weight for the positive class less that for the negative one, where a
  /// class's weight is −ln P(feature | the other class), smoothed with `alpha` > 0 and, if
  /// normalised, divided by the sum of the class's weights; 0 for a feature that no row has.
  func complementOdds(alpha: Double, isNormalised: Bool) -> [Double] {
    guard isNormalised else { return logOdds(alpha: alpha) }
    let forPositive = weights(negative, alpha)
    let forNegative = weights(positive, alpha)
    let (positiveSum, negativeSum) = (forPositive.reduce(0, +), forNegative.reduce(0, +))
    return negative.indices.map { feature in
      // A vocabulary of one feature has the weight 0.
      guard isKnown(feature), positiveSum > 0, negativeSum > 0 else { return 0 }
      return forPositive[feature] / positiveSum - forNegative[feature] / negativeSum
    }
  }

  private func weights(_ complement: [Double], _ alpha: Double) -> [Double] {
    let scale = logScale(complement, alpha)
    return complement.indices.map { feature in
      isKnown(feature) ? scale - Elementary.log(complement[feature] + alpha) : 0
    }
  }

  /// ln of the smoothed number of words in a class.
  private func logScale(_ counts: [Double], _ alpha: Double) -> Double {
    var (vocabulary, total) = (0.0, 0.0)
    for feature in counts.indices where isKnown(feature) {
      vocabulary += 1
      total += counts[feature]
    }
    return Elementary.log(total + alpha * vocabulary)
  }

  private func isKnown(_ feature: Int) -> Bool { negative[feature] + positive[feature] > 0 }
}

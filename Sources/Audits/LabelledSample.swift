import Statistics

/// Conversations of two classes with resamples of their clusters, drawn once for every figure on
/// them.
struct LabelledSample: Sendable {
  let isPositive: [Bool]
  /// By resample: how often each conversation stands in it.
  let resamples: [[UInt8]]

  /// - Parameter clusters: what the bootstrap draws, by name.
  init(clusters: [String], isPositive: [Bool], resamples count: Int = 300) {
    self.isPositive = isPositive
    var numbers: [String: Int] = [:]
    let dense = clusters.map { name in
      let number = numbers[name] ?? numbers.count
      numbers[name] = number
      return number
    }
    let bootstrap = ClusterBootstrap(clusters: dense, isPositive: isPositive)
    resamples = (0..<count).map { number in
      bootstrap.multiplicities(resample: number, seed: 0).map { UInt8(clamping: $0) }
    }
  }

  /// The area under the ROC curve with its 95 % cluster bootstrap interval; conversations without a
  /// score are left out, nil without both classes.
  func area(_ scores: [Double?]) -> Estimate? {
    let ranking = RankedScores(scores, isPositive: isPositive)
    guard let value = ranking.area(nil) else { return nil }
    return Self.estimate(value, resamples.map { ranking.area($0) })
  }

  /// The larger of the area and one less it: what the statistic tells, whichever way it points. An
  /// interval over .5 is folded there.
  func separation(_ scores: [Double?]) -> Estimate? {
    guard let area = area(scores) else { return nil }
    var folded = Estimate(value: max(area.value, 1 - area.value))
    guard let low = area.low, let high = area.high else { return folded }
    folded.low = low <= 0.5 && high >= 0.5 ? 0.5 : min(max(low, 1 - low), max(high, 1 - high))
    folded.high = max(high, 1 - low)
    return folded
  }

  /// A figure with the middle 95 % of its resamples; no interval where most have no value.
  static func estimate(_ value: Double, _ resampled: [Double?]) -> Estimate {
    let values = resampled.compactMap(\.self).sorted()
    guard values.count > resampled.count / 2 else { return Estimate(value: value) }
    return Estimate(
      value: value, low: OrderStatistics.percentile(2.5, ofSorted: values),
      high: OrderStatistics.percentile(97.5, ofSorted: values))
  }
}

/// Scores sorted once, so that the area of a resample costs one pass.
struct RankedScores {
  private let order: [Int]
  private let isPositive: [Bool]
  private let endsGroup: [Bool]

  init(_ scores: [Double?], isPositive: [Bool]) {
    let kept = scores.indices.filter { scores[$0].map { !$0.isNaN } ?? false }
    let keys = scores.map { $0 ?? 0 }
    let order = kept.sorted { (keys[$0], $0) < (keys[$1], $1) }
    self.order = order
    self.isPositive = order.map { isPositive[$0] }
    endsGroup = order.indices.map {
      $0 + 1 == order.count || keys[order[$0]] != keys[order[$0 + 1]]
    }
  }

  /// The chance that a positive outranks a negative, ties counting one half (Hanley and McNeil
  /// 1982, doi:10.1148/radiology.143.1.7063747); nil without both classes. O(n).
  func area(_ weights: [UInt8]?) -> Double? {
    var (twiceWins, negatives, positives) = (0, 0, 0)
    var (groupPositives, groupNegatives) = (0, 0)
    for rank in order.indices {
      let weight = weights.map { Int($0[order[rank]]) } ?? 1
      if isPositive[rank] { groupPositives += weight } else { groupNegatives += weight }
      guard endsGroup[rank] else { continue }
      twiceWins += groupPositives * (2 * negatives + groupNegatives)
      negatives += groupNegatives
      positives += groupPositives
      (groupPositives, groupNegatives) = (0, 0)
    }
    guard positives > 0, negatives > 0 else { return nil }
    return Double(twiceWins) / (2 * Double(positives) * Double(negatives))
  }
}

public import Statistics

/// Every scorer against every other one on the same conversations, on one set of resamples.
///
/// The differences, their intervals and p-values are those of ``PairedComparison``; Holm's correction
/// is over all pairs of one metric, which is the table that a reader searches for the smallest p.
/// O(resamples · scorers · conversations + pairs · resamples · log resamples).
///
/// ```swift
/// let pairs = AllPairs([a, b, c], metrics: ["average_precision"])
/// pairs.pairs[0].differences[0].adjusted  // a against b
/// ```
public struct AllPairs: Sendable {
  /// One metric of a pair.
  public struct Difference: Sendable {
    /// First − second with its paired interval and its p.
    public let paired: PairedDifference
    /// p after Holm's correction over all pairs; nil without p.
    public let adjusted: Double?
  }

  /// Two scorers.
  public struct Pair: Sendable {
    /// The place of the first scorer in the list.
    public let first: Int
    /// The place of the second scorer in the list.
    public let second: Int
    /// In the order of the metrics.
    public let differences: [Difference]
    /// On the decisions.
    public let mcNemar: McNemarTest
    /// On the scores; nil where a score is missing or a class does not occur.
    public let deLong: DeLongTest?
  }

  /// The names of the metrics.
  public let metrics: [String]
  /// All pairs, first < second, in order.
  public let pairs: [Pair]

  /// Compares all scorers with one another.
  ///
  /// - Parameters:
  ///   - scorers: the same conversations in the same order for each.
  ///   - metrics: names of ``MetricSuite/names``.
  ///   - bootstrap: the resamples that all share.
  /// - Precondition: the lists have the same ids, clusters and classes.
  public init(
    _ scorers: [[EvaluatedConversation]], metrics: [String], bootstrap: Bootstrap = Bootstrap()
  ) {
    self.metrics = metrics
    guard let first = scorers.first, scorers.count > 1 else {
      pairs = []
      return
    }
    let ordered = scorers.map { MetricSuite.paired(first, $0) }
    let plans = ordered.map { pair in metrics.map { MetricPlan(pair.1, only: $0) } }
    func values(_ weights: [Int]) -> [[WeightedMetric]] {
      plans.map { $0.flatMap { $0.values(weights) } }
    }
    let points = values([Int](repeating: 1, count: first.count))
    let places = scorers.indices.flatMap { a in (a + 1..<scorers.count).map { (a, $0) } }
    var samples = places.map { _ in metrics.map { _ in ResampledDifferences() } }
    MetricSuite.resample(ordered[0].0, bootstrap) { weights in
      let drawn = values(weights)
      for (index, (a, b)) in places.enumerated() {
        for metric in metrics.indices {
          samples[index][metric].append(MetricSuite.subtract((drawn[a][metric], drawn[b][metric])))
        }
      }
    }
    let differences = places.enumerated().map { index, pair in
      metrics.indices.map { metric in
        PairedDifference(
          metrics[metric], points[pair.0][metric], points[pair.1][metric], samples[index][metric],
          bootstrap.confidence)
      }
    }
    var adjusted = differences.map { $0.map { _ in Double?.none } }
    for metric in metrics.indices {
      let tested = differences.indices.filter { differences[$0][metric].p != nil }
      let corrected = HolmAdjustment.adjusted(
        tested.compactMap { differences[$0][metric].p })
      for (index, value) in zip(tested, corrected) { adjusted[index][metric] = value }
    }
    pairs = places.enumerated().map { index, pair in
      Pair(
        first: pair.0, second: pair.1,
        differences: zip(differences[index], adjusted[index]).map {
          Difference(paired: $0, adjusted: $1)
        },
        mcNemar: McNemarTest(decisionsOf: scorers[pair.0], scorers[pair.1]),
        deLong: DeLongTest(scoresOf: scorers[pair.0], scorers[pair.1]))
    }
  }
}

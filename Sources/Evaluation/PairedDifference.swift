/// One metric of two scorers on the same conversations.
public struct PairedDifference: Sendable, Equatable {
  /// The name of the metric.
  public var name: String
  /// Its value under each; nil where it has no meaning.
  public var values: (first: Double?, second: Double?)
  /// First − second with its paired interval; no value where either side has none.
  public var difference: MetricValue
  /// The two-sided p-value of "no difference", from the same resamples; nil without a difference.
  public var p: Double?

  /// Equal where all figures are.
  public static func == (a: PairedDifference, b: PairedDifference) -> Bool {
    a.name == b.name && a.values == b.values && a.difference == b.difference && a.p == b.p
  }
}

extension PairedDifference {
  /// The difference of two values, with what its resamples say.
  init(
    _ name: String, _ first: WeightedMetric, _ second: WeightedMetric,
    _ samples: ResampledDifferences, _ confidence: Double
  ) {
    func finite(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }
    var difference = MetricValue(
      name, finite(MetricSuite.subtract((first, second))), count: max(first.count, second.count),
      isUndefined: first.isUndefined || second.isUndefined)
    if difference.value != nil {
      (difference.low, difference.high) = samples.values.interval(confidence)
    }
    self.init(
      name: name, values: (finite(first.value), finite(second.value)), difference: difference,
      p: difference.value == nil ? nil : samples.p)
  }
}

extension MetricSuite {
  /// Every metric of two scorers on the same conversations in the same order, with the differences
  /// A − B on the same resamples of the cluster bootstrap.
  ///
  /// The p-value is twice the smaller share of resamples on either side of 0, each with one added to
  /// count and number (Davison and Hinkley 1997, §4.2), at most 1: an interval of 95 % that does not
  /// hold 0 has p below about .05. O(n log n + resamples · n).
  ///
  /// - Precondition: `a` and `b` have the same ids, clusters and classes.
  public static func differences(
    _ a: [EvaluatedConversation], _ b: [EvaluatedConversation],
    bootstrap: Bootstrap = Bootstrap()
  ) -> [PairedDifference] {
    let (first, second) = paired(a, b)
    let plans = (MetricPlan(first), MetricPlan(second))
    let ones = [Int](repeating: 1, count: first.count)
    let points = zip(plans.0.values(ones), plans.1.values(ones)).map { ($0, $1) }
    var samples = names.map { _ in ResampledDifferences() }
    resample(first, bootstrap) { weights in
      for (index, pair) in zip(plans.0.values(weights), plans.1.values(weights)).enumerated() {
        samples[index].append(subtract(pair))
      }
    }
    return names.indices.map { index in
      PairedDifference(
        names[index], points[index].0, points[index].1, samples[index], bootstrap.confidence)
    }
  }
}

/// The differences of one metric over the resamples.
struct ResampledDifferences {
  var values = ResampledValues(capacity: 0)
  private var (notAbove, notBelow, count) = (0, 0, 0)

  mutating func append(_ value: Double?) {
    values.append(value)
    guard let value else { return }
    count += 1
    if value <= 0 { notAbove += 1 }
    if value >= 0 { notBelow += 1 }
  }

  var p: Double { min(1, 2 * Double(min(notAbove, notBelow) + 1) / Double(count + 1)) }
}

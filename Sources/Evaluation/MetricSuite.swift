import Statistics

/// Every metric of the contract that predictions decide, in the order of tables.
///
/// Each family of metrics documents its definitions, ties, empty classes and what it agrees with.
/// The unit is the conversation; message numbers are 1-based.
///
/// ```swift
/// let values = MetricSuite.evaluate(units)
/// values.first { $0.name == "f1" }?.value  // 0.842…
/// ```
public enum MetricSuite {
  /// Rises whenever a definition changes.
  public static let version = 1

  /// The names, in the order of the contract.
  public static let names = [
    "precision", "recall", "f1", "f0_5", "f2", "mcc", "fpr", "average_precision", "auroc",
    "recall_at_fpr_0_01", "recall_at_fpr_0_001", "precision_at_recall_0_9", "erde_5", "erde_50",
    "f_latency", "speed", "f_latency_onset", "erisk_f_latency", "erisk_speed", "latency_median",
    "delay_median", "premature", "false_alerts_per_1000", "brier", "log_loss", "ece",
  ]

  /// Where the metrics come from; together their names are ``names``.
  static let families: [any MetricFamily.Type] = [
    DecisionMetrics.self, RankingMetrics.self, ERDE.self, LatencyMetrics.self, OnsetMetrics.self,
    CalibrationMetrics.self,
  ]

  /// All metrics of labelled conversations; nil values where a metric has no meaning there (no
  /// onset known: every onset-relative one).
  ///
  /// Intervals are percentile intervals of a cluster bootstrap, stratified by the clusters' label
  /// pattern (``Bootstrap``). A metric that is undefined in half of the resamples or more has no
  /// interval; otherwise the undefined ones are left out. A median delay that a resample does not
  /// reach counts as infinite there, and an infinite end is nil. Shares that are exactly 0 or 1
  /// have Wilson's interval of 95 % instead, since resampling cannot see beyond them. The result
  /// does not depend on the order of `units`, to the last bit. O(n log n + resamples · n).
  ///
  /// - Parameter bootstrap: nil computes no intervals.
  public static func evaluate(
    _ units: [EvaluatedConversation], bootstrap: Bootstrap? = Bootstrap()
  ) -> [MetricValue] {
    let ordered = canonicalOrder(units).map { units[$0] }
    let plan = MetricPlan(ordered)
    let points = plan.values([Int](repeating: 1, count: ordered.count))
    var values = zip(names, points).map { name, point in
      MetricValue(
        name, point.value.flatMap { $0.isFinite ? $0 : nil }, count: point.count,
        isUndefined: point.isUndefined)
    }
    guard let bootstrap, !ordered.isEmpty else { return values }
    var samples = names.map { _ in ResampledValues(capacity: bootstrap.resamples) }
    resample(ordered, bootstrap) { weights in
      for (index, metric) in plan.values(weights).enumerated() {
        samples[index].append(metric.value)
      }
    }
    for index in values.indices where points[index].value != nil {
      (values[index].low, values[index].high) = samples[index].interval(bootstrap.confidence)
      values[index].widenIfExtreme()
    }
    return values
  }

  /// One metric with its interval, as ``evaluate(_:bootstrap:)`` has it, without the work of the
  /// others. O(n log n + resamples · n).
  ///
  /// - Precondition: `name` is one of ``names``.
  static func value(
    _ name: String, _ units: [EvaluatedConversation], bootstrap: Bootstrap = Bootstrap()
  ) -> MetricValue {
    precondition(names.contains(name), "no metric has the name \(name)")
    let ordered = canonicalOrder(units).map { units[$0] }
    let plan = MetricPlan(ordered, only: name)
    let point = plan.values([Int](repeating: 1, count: ordered.count))[0]
    var value = MetricValue(
      name, point.value.flatMap { $0.isFinite ? $0 : nil }, count: point.count,
      isUndefined: point.isUndefined)
    guard point.value != nil else { return value }
    var samples = ResampledValues(capacity: bootstrap.resamples)
    resample(ordered, bootstrap) { samples.append(plan.values($0)[0].value) }
    (value.low, value.high) = samples.interval(bootstrap.confidence)
    value.widenIfExtreme()
    return value
  }

  /// The difference A − B of one metric on the same conversations in the same order, with its
  /// paired cluster-bootstrap interval: both sides are computed on the same resamples.
  ///
  /// The value is nil where either side is; resamples in which either side is undefined are left
  /// out. An interval without 0 says that the two differ. O(n log n + resamples · n).
  ///
  /// - Precondition: `name` is one of ``names``; `a` and `b` have the same ids, clusters and
  ///   classes.
  public static func difference(
    _ name: String, _ a: [EvaluatedConversation], _ b: [EvaluatedConversation],
    bootstrap: Bootstrap = Bootstrap()
  ) -> MetricValue {
    precondition(names.contains(name), "no metric has the name \(name)")
    let (first, second) = paired(a, b)
    let plans = (MetricPlan(first, only: name), MetricPlan(second, only: name))
    func both(_ weights: [Int]) -> (WeightedMetric, WeightedMetric) {
      (plans.0.values(weights)[0], plans.1.values(weights)[0])
    }
    let point = both([Int](repeating: 1, count: first.count))
    let value = subtract(point).flatMap { $0.isFinite ? $0 : nil }
    var result = MetricValue(
      name, value, count: max(point.0.count, point.1.count),
      isUndefined: point.0.isUndefined || point.1.isUndefined)
    guard value != nil else { return result }
    var samples = ResampledValues(capacity: bootstrap.resamples)
    resample(first, bootstrap) { samples.append(subtract(both($0))) }
    (result.low, result.high) = samples.interval(bootstrap.confidence)
    return result
  }

  /// The conversations of both sides in canonical order.
  static func paired(
    _ a: [EvaluatedConversation], _ b: [EvaluatedConversation]
  ) -> ([EvaluatedConversation], [EvaluatedConversation]) {
    precondition(
      a.count == b.count
        && zip(a, b).allSatisfy {
          $0.id == $1.id && $0.isPositive == $1.isPositive && $0.cluster == $1.cluster
        }, "a difference needs the same conversations in the same order")
    let order = canonicalOrder(a)
    return (order.map { a[$0] }, order.map { b[$0] })
  }

  /// First − second; nil where either has no value or both are infinite.
  static func subtract(_ pair: (WeightedMetric, WeightedMetric)) -> Double? {
    guard let x = pair.0.value, let y = pair.1.value, x.isFinite || y.isFinite else { return nil }
    return x - y
  }

  /// Positions by rising id, so that neither sums nor resamples depend on the order of a list.
  private static func canonicalOrder(_ units: [EvaluatedConversation]) -> [Int] {
    units.indices.sorted { (units[$0].id, $0) < (units[$1].id, $1) }
  }

  /// Calls `body` with the weights of every resample.
  static func resample(
    _ units: [EvaluatedConversation], _ bootstrap: Bootstrap, _ body: ([Int]) -> Void
  ) {
    var numbers: [String: Int] = [:]
    for unit in units where numbers[unit.cluster] == nil { numbers[unit.cluster] = numbers.count }
    let draws = ClusterBootstrap(
      clusters: units.map { numbers[$0.cluster] ?? 0 }, isPositive: units.map(\.isPositive))
    for number in 0..<bootstrap.resamples {
      body(draws.multiplicities(resample: number, seed: bootstrap.seed))
    }
  }
}

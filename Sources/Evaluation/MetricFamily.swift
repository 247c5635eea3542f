/// Metrics that share one preparation (a sort, a table of costs) and one pass over the data.
///
/// Preparation happens once; then every resample of the bootstrap is a list of weights, how often
/// each conversation stands in it, and costs one pass. Weights of 1 give the metric itself, and
/// whole weights give exactly the metric on the list in which every conversation is repeated.
protocol MetricFamily: Sendable {
  /// The names of the metrics, in the order of ``values(_:)``.
  static var names: [String] { get }

  /// Prepares the metrics of a list.
  init(_ units: [EvaluatedConversation])

  /// The metrics where conversation `k` stands `weights[k]` times. O(n), no sort.
  func values(_ weights: [Int]) -> [WeightedMetric]
}

/// One metric on one resample.
struct WeightedMetric: Equatable {
  /// Nil where the metric has no meaning; infinite only for a median that is not reached.
  var value: Double?
  /// How many conversations decide it.
  var count: Int
  /// Whether a convention stands in for 0/0.
  var isUndefined = false

  init(_ value: Double?, count: Int, isUndefined: Bool = false) {
    (self.value, self.count, self.isUndefined) = (value, count, isUndefined)
  }
}

public import Statistics

/// Two runs on the same conversations, compared in every way that the field asks for: by metric
/// (paired cluster bootstrap, ``PairedDifference``), by decision (`McNemarTest`) and by ranking
/// (`DeLongTest`), the p-values of the metrics corrected together (`HolmAdjustment`).
///
/// **Empty**: without conversations no metric has a difference, McNemar's p is 1 and DeLong's test
/// nil. scikit-learn has none of these tests; statsmodels has `mcnemar` and `multipletests`.
///
/// ```swift
/// let comparison = PairedComparison(a, b)
/// comparison.differences.first { $0.name == "f1" }?.difference.low  // an interval without 0 tells
/// comparison.mcNemar.midP                                           // on the decisions
/// ```
public struct PairedComparison: Sendable {
  /// How often exactly one of two decisions is right, in one slice of the conversations.
  public struct Discordance: Sendable, Equatable {
    /// `grooming`, or a benign scenario.
    public var slice: String
    /// Conversations of the slice.
    public var count: Int
    /// Only the first is right.
    public var onlyFirst: Int
    /// Only the second is right.
    public var onlySecond: Int
  }

  /// Every metric with its difference first − second.
  public var differences: [PairedDifference]
  /// By metric, the p-value after Holm's correction over all metrics that have one.
  public var adjusted: [String: Double]
  /// On the decisions: a conversation is right where it is retrieved if and only if it is grooming.
  public var mcNemar: McNemarTest
  /// On the scores; nil where a score is missing or a class does not occur.
  public var deLong: DeLongTest?
  /// On the squared errors of the scores, whose mean is the Brier score; nil where no conversation
  /// has both.
  public var squaredErrors: PairedRandomisation?
  /// Where the decisions differ: grooming by scenario, then benign by scenario; most discordant first.
  public var discordances: [Discordance]

  /// Compares; O(resamples · conversations).
  ///
  /// - Precondition: `a` and `b` have the same ids, clusters and classes in the same order.
  public init(
    _ a: [EvaluatedConversation], _ b: [EvaluatedConversation], bootstrap: Bootstrap = Bootstrap()
  ) {
    differences = MetricSuite.differences(a, b, bootstrap: bootstrap)
    let tested = differences.compactMap { line in line.p.map { (line.name, $0) } }
    adjusted = Dictionary(
      uniqueKeysWithValues: zip(tested.map(\.0), HolmAdjustment.adjusted(tested.map(\.1))))
    var slices: [String: Discordance] = [:]
    for (x, y) in zip(a, b) {
      let name = (x.isPositive ? "grooming: " : "benign: ") + (x.scenario ?? "—")
      var slice =
        slices[name] ?? Discordance(slice: name, count: 0, onlyFirst: 0, onlySecond: 0)
      slice.count += 1
      switch (x.isRetrieved == x.isPositive, y.isRetrieved == y.isPositive) {
      case (true, false): slice.onlyFirst += 1
      case (false, true): slice.onlySecond += 1
      default: break
      }
      slices[name] = slice
    }
    discordances = slices.values.sorted {
      ($1.onlyFirst + $1.onlySecond, $0.slice) < ($0.onlyFirst + $0.onlySecond, $1.slice)
    }
    mcNemar = McNemarTest(decisionsOf: a, b)
    deLong = DeLongTest(scoresOf: a, b)
    squaredErrors = PairedRandomisation(squaredErrorsOf: a, b)
  }
}

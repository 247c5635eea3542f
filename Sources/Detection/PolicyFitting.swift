/// A kind of stop policy with its parameters fitted on validation.
///
/// For fixed other parameters a conversation alerts exactly when its *statistic* reaches the
/// threshold: the largest score for `threshold`; for `skepticism` the largest, over all windows of
/// ten messages, of the needed-th largest score in the window; the largest sum for `cusum` and
/// `sprt`; the largest probability of a critical stage for `stage`.
/// So every cut between distinct statistics is tried, and the best is the best of all thresholds.
/// The threshold is put at the midpoint between the lowest statistic that alerts and the next
/// below it; where all alert, at the lowest one.
public enum PolicyFitting {
  /// What the fit makes largest.
  public enum Objective: Sendable, Equatable {
    /// F1 of the alerts; ties go to the higher threshold.
    case f1
    /// Recall, with at most this share of the negatives alerted; ties go to the higher threshold.
    case falseAlarmRate(Double)

    /// `f1` or `fpr<=0.01`, as rows and keys print it.
    public var text: String {
      switch self {
      case .f1: "f1"
      case .falseAlarmRate(let rate): "fpr<=\(rate)"
      }
    }
  }

  /// The names of the kinds in the order of tables: `threshold`, `skepticism`, `cusum`, `sprt`,
  /// `stage`.
  public static let names = StopPolicy.entries.map(\.name)

  /// How many decisions `skepticism` looks back.
  public static let window = 10

  /// What `cusum` may take off the evidence of a message, in log-odds.
  public static let drifts = [0, 0.01, 0.03, 0.1, 0.3, 1]

  /// Where `sprt` may restart, in log-odds: misses of about 61, 37, 14, 5 and 0.7 %.
  public static let lowerBoundaries = [-0.5, -1, -2, -3, -5]

  /// Fits a policy on what a detector said of validation conversations.
  ///
  /// Ties go to the higher threshold, then to the setting that is tried first: fewer needed
  /// decisions, a smaller drift, an earlier restart. O(messages · settings).
  ///
  /// - Parameters:
  ///   - name: one of ``names``.
  ///   - traces: per conversation, what was said after each message; one without messages never
  ///     alerts.
  ///   - isPositive: per conversation, its class.
  /// - Returns: the policy; where nothing can be fitted (a class is missing), a threshold of .5.
  /// - Throws: ``DetectionError/missingStages(policy:)`` where the kind needs stages and a trace
  ///   holds none.
  public static func fit(
    _ name: String, traces: [PrefixTrace], isPositive: [Bool], objective: Objective
  ) throws(DetectionError) -> StopPolicy {
    precondition(names.contains(name), "unknown stop policy '\(name)'")
    precondition(traces.count == isPositive.count, "a class for every conversation")
    try requireStages(name, traces)
    let positives = isPositive.count { $0 }
    guard positives > 0, positives < isPositive.count else { return .threshold(0.5) }
    let prior = Elementary.log(Double(positives) / Double(isPositive.count - positives))
    let settings = Self.settings(name, prior: prior)
    let found = traces.map { statistics($0, settings) }
    var best: (cut: Cut, policy: StopPolicy)?
    for (index, setting) in settings.enumerated() {
      let cut = bestCut(found.map { $0[index] }, isPositive, objective)
      if let best, !cut.isBetter(than: best.cut) { continue }
      best = (cut, setting.withThreshold(cut.threshold))
    }
    return best?.policy ?? .threshold(0.5)
  }

  /// Fits a policy on the prefix scores of validation conversations, as
  /// ``fit(_:traces:isPositive:objective:)`` does for a detector that knows no stages.
  public static func fit(
    _ name: String, scores: [[Double]], isPositive: [Bool], objective: Objective
  ) throws(DetectionError) -> StopPolicy {
    try fit(
      name, traces: scores.map { PrefixTrace(scores: $0) }, isPositive: isPositive,
      objective: objective)
  }

  /// - Throws: ``DetectionError/missingStages(policy:)`` where they are needed and missing.
  static func requireStages(_ name: String, _ traces: [PrefixTrace]) throws(DetectionError) {
    guard StopPolicy.needsStages(name) else { return }
    guard traces.allSatisfy({ $0.critical.count == $0.scores.count }) else {
      throw .missingStages(policy: name)
    }
  }

  /// Every setting of a kind that is tried, in order; the thresholds are yet to be found.
  private static func settings(_ name: String, prior: Double) -> [StopPolicy] {
    switch name {
    case "skepticism":
      (1...window).map { .skepticism(threshold: 0, needed: $0, window: window) }
    case "cusum": drifts.map { .cusum(threshold: 0, drift: $0, prior: prior) }
    case "sprt": lowerBoundaries.map { .sprt(threshold: 0, lower: $0, prior: prior) }
    case "stage": [.stage(threshold: 0)]
    default: [.threshold(0)]
    }
  }

  /// The statistic of a conversation under every setting.
  private static func statistics(_ trace: PrefixTrace, _ settings: [StopPolicy]) -> [Double] {
    // One pass gives all numbers of needed decisions.
    if case .skepticism? = settings.first {
      return StopPolicy.windowMaxima(trace.scores, window: window)
    }
    return settings.map { $0.statistic(trace) }
  }

  /// A threshold with what it achieves, as a ratio of whole numbers so that ties are exact.
  struct Cut {
    var threshold: Double
    var numerator: Int
    var denominator: Int

    /// Whether the objective is larger, or equal at a higher threshold.
    func isBetter(than other: Cut) -> Bool {
      let (mine, theirs) = (numerator * other.denominator, other.numerator * denominator)
      return mine != theirs ? mine > theirs : threshold > other.threshold
    }
  }

  /// The best threshold on one statistic per conversation. O(n log n).
  static func bestCut(
    _ statistics: [Double], _ isPositive: [Bool], _ objective: Objective
  ) -> Cut {
    let order = statistics.indices.filter { statistics[$0] > -.infinity }
      .sorted { statistics[$0] > statistics[$1] }
    let positives = isPositive.count { $0 }
    let negatives = isPositive.count - positives
    // Above every statistic: nobody alerts.
    let top = order.first.map { statistics[$0].nextUp } ?? 0.5
    var best = Cut(threshold: top, numerator: 0, denominator: 1)
    var (hits, alarms) = (0, 0)
    for (rank, index) in order.enumerated() {
      if isPositive[index] { hits += 1 } else { alarms += 1 }
      let value = statistics[index]
      let below = rank + 1 < order.count ? statistics[order[rank + 1]] : value
      if rank + 1 < order.count, below == value { continue }
      let middle = below + (value - below) / 2
      var cut = Cut(
        threshold: middle > below ? middle : value, numerator: 2 * hits,
        denominator: positives + rank + 1)
      if case .falseAlarmRate(let rate) = objective {
        if Double(alarms) > rate * Double(negatives) { break }
        (cut.numerator, cut.denominator) = (hits, 1)
      }
      if cut.isBetter(than: best) { best = cut }
    }
    return best
  }
}

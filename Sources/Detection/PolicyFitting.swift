/// A kind of stop policy with its parameters fitted on validation.
///
/// For a fixed kind and number of needed decisions a conversation alerts exactly when its
/// *statistic* reaches the threshold: the largest score for `threshold`; for `skepticism` the
/// largest, over all windows of ten messages, of the needed-th largest score in the window.
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

  /// The names of the kinds: `threshold`, `skepticism`.
  public static let names = ["threshold", "skepticism"]

  /// How many decisions `skepticism` looks back.
  public static let window = 10

  /// Fits a policy on the prefix scores of validation conversations.
  ///
  /// `skepticism` tries every number of needed decisions from 1 to ``window``; ties go to the
  /// higher threshold, then to fewer needed decisions. O(messages · window²).
  ///
  /// - Parameters:
  ///   - name: one of ``names``.
  ///   - scores: per conversation, the score after each message; one without messages never alerts.
  ///   - isPositive: per conversation, its class.
  /// - Returns: the policy; where nothing can be fitted (a class is missing), a threshold of .5.
  public static func fit(
    _ name: String, scores: [[Double]], isPositive: [Bool], objective: Objective
  ) -> StopPolicy {
    precondition(names.contains(name), "unknown stop policy '\(name)'")
    precondition(scores.count == isPositive.count, "a class for every conversation")
    guard isPositive.contains(true), isPositive.contains(false) else { return .threshold(0.5) }
    if name == "threshold" {
      let statistics = scores.map { $0.max() ?? -.infinity }
      return .threshold(bestCut(statistics, isPositive, objective).threshold)
    }
    let ranked = scores.map(windowMaxima)
    var best: (cut: Cut, needed: Int)?
    for needed in 1...window {
      let cut = bestCut(ranked.map { $0[needed - 1] }, isPositive, objective)
      guard let current = best else {
        best = (cut, needed)
        continue
      }
      if cut.isBetter(than: current.cut) { best = (cut, needed) }
    }
    guard let best else { return .threshold(0.5) }
    return .skepticism(threshold: best.cut.threshold, needed: best.needed, window: window)
  }

  /// Fits a policy on what a detector said of validation conversations.
  ///
  /// - Precondition: the policy's name is one of ``names``, and there is a class for every trace.
  public static func fit(
    _ name: String, traces: [PrefixTrace], isPositive: [Bool], objective: Objective
  ) -> StopPolicy {
    fit(name, scores: traces.map(\.scores), isPositive: isPositive, objective: objective)
  }

  /// For needed = 1…``window``, the largest over all windows of the needed-th largest score; −∞
  /// where no window holds so many.
  static func windowMaxima(_ scores: [Double]) -> [Double] {
    var maxima = [Double](repeating: -.infinity, count: window)
    // The scores of the window, largest first.
    var sorted: [Double] = []
    for (index, score) in scores.enumerated() {
      if index >= window, let leaving = sorted.firstIndex(of: scores[index - window]) {
        sorted.remove(at: leaving)
      }
      sorted.insert(score, at: sorted.firstIndex { $0 < score } ?? sorted.count)
      for rank in sorted.indices where sorted[rank] > maxima[rank] { maxima[rank] = sorted[rank] }
    }
    return maxima
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

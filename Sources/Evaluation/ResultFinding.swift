import Glibc

/// Something that is wrong with a detector or its run, in one sentence with the figures that make it
/// true.
///
/// A table of metrics shows that a detector is good or bad, not that its figures cannot be what they
/// look like. A finding is a reason to look, never a proof.
///
/// ```swift
/// ResultFinding.all(of: units).map(\.kind)  // [.tooGood, .lookAhead]
/// ```
public struct ResultFinding: Sendable, Equatable {
  /// What is wrong, in the order in which findings stand.
  public enum Kind: String, Sendable, CaseIterable {
    /// Some conversations have no score.
    case incomplete
    /// Every score is the same.
    case constant
    /// The scores cannot be told from random ones: the 95 % interval of AUROC holds 0.5.
    case chance
    /// Benign conversations score higher: the interval of AUROC ends below 0.5.
    case reversed
    /// AUROC is at least 0.999, or its interval lies above that of the best one can do: suspect
    /// that labels leak.
    case tooGood = "too good"
    /// It knows before anything was said: ``Foresight/readsAhead(ceiling:)``.
    case lookAhead = "look-ahead"
    /// It alerts nowhere.
    case neverAlerts = "never alerts"
    /// It alerts on at least 95 % of the conversations of both classes.
    case alertsOnEverything = "alerts on everything"
  }

  /// An AUROC that no detector of chat earns.
  static let suspiciousArea = 0.999
  /// With fewer conversations of a class a perfect ranking is no surprise.
  static let smallestClass = 20

  /// What is wrong.
  public let kind: Kind
  /// The sentence.
  public let sentence: String

  /// All findings on a run, in the order of ``Kind``; none for an honest detector that works.
  ///
  /// AUROC is that of the conversations with a score, since what the others cost is a finding of
  /// its own; its interval is the cluster bootstrap's. O(resamples · n + grooming · benign).
  ///
  /// - Parameters:
  ///   - units: conversations with `outcome`, and with `messageScores` where they were kept; else
  ///     look-ahead is judged by alerts. It is judged only where onsets are known.
  ///   - ceiling: the AUROC of the oracle on the same conversations, where there is one.
  ///   - foresightCeiling: the AUROC before the onset that an honest detector may have.
  ///   - bootstrap: how the interval of AUROC is drawn.
  public static func all(
    of units: [EvaluatedConversation], ceiling: Double? = nil,
    foresightCeiling: Double = Foresight.honestCeiling, bootstrap: Bootstrap = Bootstrap()
  ) -> [ResultFinding] {
    let scored = units.filter { $0.usableScore != nil }
    let ofRanking =
      constant(scored).map { [$0] } ?? ranking(scored, ceiling: ceiling, bootstrap: bootstrap)
    return [incomplete(units, scored: scored.count)].compactMap { $0 } + ofRanking
      + [lookAhead(units, ceiling: foresightCeiling), alerts(units)].compactMap { $0 }
  }

  private static func incomplete(
    _ units: [EvaluatedConversation], scored: Int
  ) -> ResultFinding? {
    guard scored < units.count else { return nil }
    var reasons = PredictionOutcome.allCases.filter { $0 != .ok }.compactMap { outcome in
      let count = units.count { $0.usableScore == nil && $0.outcome == outcome }
      return count > 0 ? "\(outcome.rawValue) \(count)" : nil
    }
    let silent = units.count { $0.usableScore == nil && $0.outcome == .ok }
    if silent > 0 { reasons.append("ended well without a score \(silent)") }
    let share = Double(scored) / Double(units.count)
    return ResultFinding(
      kind: .incomplete,
      sentence: "\(units.count - scored) of \(units.count) conversations have no score (coverage "
        + "\(rate(share)): \(reasons.joined(separator: ", "))); they rank below every other.")
  }

  private static func constant(_ scored: [EvaluatedConversation]) -> ResultFinding? {
    guard scored.count > 1, let score = scored[0].usableScore,
      scored.allSatisfy({ $0.usableScore == score })
    else { return nil }
    return ResultFinding(
      kind: .constant,
      sentence: "All \(scored.count) scores are \(rate(score)): it tells no two conversations "
        + "apart.")
  }

  /// What AUROC and its interval say: at most one finding.
  private static func ranking(
    _ scored: [EvaluatedConversation], ceiling: Double?, bootstrap: Bootstrap
  ) -> [ResultFinding] {
    let auroc = MetricSuite.value("auroc", scored, bootstrap: bootstrap)
    guard let area = auroc.value, let low = auroc.low, let high = auroc.high else { return [] }
    let figures = "AUROC is \(rate(area)) (95 % interval \(rate(low)) to \(rate(high)))"
    if low <= 0.5, high >= 0.5 {
      return [
        ResultFinding(
          kind: .chance, sentence: figures + ": it cannot be told from a random ranking.")
      ]
    }
    if high < 0.5 {
      return [
        ResultFinding(
          kind: .reversed,
          sentence: figures + ": benign conversations score higher; is the score the right way "
            + "round?")
      ]
    }
    let positives = scored.count { $0.isPositive }
    let isLarge = min(positives, scored.count - positives) >= smallestClass
    if isLarge, area >= suspiciousArea {
      return [
        ResultFinding(
          kind: .tooGood,
          sentence: figures + ", at or above \(rate(suspiciousArea)): suspect a leak of labels.")
      ]
    }
    if isLarge, let ceiling, low > ceiling {
      return [
        ResultFinding(
          kind: .tooGood,
          sentence: figures + ", above the \(rate(ceiling)) of a model that knows every act: "
            + "suspect a leak of labels.")
      ]
    }
    return []
  }

  private static func lookAhead(
    _ units: [EvaluatedConversation], ceiling: Double
  ) -> ResultFinding? {
    guard let foresight = Foresight(of: units), foresight.readsAhead(ceiling: ceiling),
      min(foresight.positiveCount, foresight.negativeCount) >= smallestClass
    else { return nil }
    let what = foresight.usesScores ? "scores" : "alerts"
    return ResultFinding(
      kind: .lookAhead,
      sentence:
        "Before the onset, where nothing risky was said yet, its \(what) already have AUROC "
        + "\(rate(foresight.area)) (95 % interval \(rate(foresight.low)) to "
        + "\(rate(foresight.high)), \(foresight.positiveCount) grooming conversations) of "
        + "\(rate(foresight.finalArea)) at the end: suspect that it reads ahead.")
  }

  private static func alerts(_ units: [EvaluatedConversation]) -> ResultFinding? {
    guard !units.isEmpty else { return nil }
    let positives = units.count { $0.isPositive }
    let hits = units.count { $0.isPositive && $0.isRetrieved }
    let (negatives, retrieved) = (units.count - positives, units.count { $0.isRetrieved })
    if retrieved == 0 {
      return ResultFinding(
        kind: .neverAlerts, sentence: "It raises no alert in \(units.count) conversations.")
    }
    // Whole numbers: at least 95 %.
    guard positives > 0, negatives > 0, 20 * hits >= 19 * positives,
      20 * (retrieved - hits) >= 19 * negatives
    else { return nil }
    return ResultFinding(
      kind: .alertsOnEverything,
      sentence: "It raises an alert in \(retrieved - hits) of \(negatives) benign and \(hits) of "
        + "\(positives) grooming conversations.")
  }

  /// A number with three decimals, without Foundation.
  private static func rate(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
    let thousandths = Int((abs(value) * 1000).rounded())
    let digits = String(thousandths % 1000)
    return (value < 0 && thousandths > 0 ? "−" : "") + "\(thousandths / 1000)."
      + String(repeating: "0", count: 3 - digits.count) + digits
  }
}

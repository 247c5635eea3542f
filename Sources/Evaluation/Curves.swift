/// A point of a curve: coordinates, and the threshold that gives it where there is one.
public struct CurvePoint: Sendable, Equatable {
  /// Recall, false-alarm rate or delay.
  public var x: Double
  /// Precision, recall or survival.
  public var y: Double
  /// Scores at or above it are positive.
  public var threshold: Double?

  /// A point.
  public init(x: Double, y: Double, threshold: Double? = nil) {
    (self.x, self.y, self.threshold) = (x, y, threshold)
  }
}

/// Curves over the final scores, one point per distinct score.
///
/// Conversations without a score stand below every score; their point, if any, is the last one and
/// has no threshold. Both coordinates are shares of conversations, but for the delay, in messages.
public enum Curves {
  /// Recall → precision, from the highest threshold down; the steps of `average_precision`, so x
  /// rises to 1. Empty without grooming conversations. O(n log n).
  ///
  /// Agrees with `sklearn.metrics.precision_recall_curve`, reversed and without its end (0, 1)
  /// (Davis and Goadrich 2006, doi:10.1145/1143844.1143874, on why points are not interpolated).
  public static func precisionRecall(_ units: [EvaluatedConversation]) -> [CurvePoint] {
    let positives = units.count { $0.isPositive }
    guard positives > 0 else { return [] }
    return operatingPoints(units).map { point in
      CurvePoint(
        x: Double(point.truePositives) / Double(positives),
        y: Double(point.truePositives) / Double(point.truePositives + point.falsePositives),
        threshold: point.threshold)
    }
  }

  /// False-alarm rate → recall, from (0, 0) to (1, 1); its trapezoidal area is `auroc`. Empty
  /// unless both classes are there. O(n log n).
  ///
  /// Agrees with `sklearn.metrics.roc_curve(…, drop_intermediate=False)` (Fawcett 2006,
  /// doi:10.1016/j.patrec.2005.10.010).
  public static func roc(_ units: [EvaluatedConversation]) -> [CurvePoint] {
    let positives = units.count { $0.isPositive }
    let negatives = units.count - positives
    guard positives > 0, negatives > 0 else { return [] }
    return [CurvePoint(x: 0, y: 0)]
      + operatingPoints(units).map { point in
        CurvePoint(
          x: Double(point.falsePositives) / Double(negatives),
          y: Double(point.truePositives) / Double(positives), threshold: point.threshold)
      }
  }

  /// Kaplan–Meier: messages since onset → share of grooming conversations without an alert yet; an
  /// alert before onset counts at delay 0; misses are censored at their last message. Empty where
  /// no onset is known. O(n log n).
  ///
  /// Begins at (0, 1); every further point is the right foot of a step (the share holds until the
  /// next point), the last one is the last message that anyone was observed at. Its steps agree with
  /// `SurvfuncRight` of statsmodels; scikit-learn has no such curve (Kaplan and Meier 1958,
  /// doi:10.1080/01621459.1958.10501452).
  public static func delaySurvival(_ units: [EvaluatedConversation]) -> [CurvePoint] {
    let delays = units.enumerated().compactMap { index, unit in
      OnsetDelay(of: unit)?.observation(index: index)
    }
    let survival = KaplanMeier(delays)
    guard let last = survival.observations.last else { return [] }
    var points = [CurvePoint(x: 0, y: 1)]
    for step in survival.steps([Int](repeating: 1, count: units.count)) {
      points.append(CurvePoint(x: Double(step.time), y: step.survival))
    }
    if let end = points.last, end.x < Double(last.time) {
      points.append(CurvePoint(x: Double(last.time), y: end.y))
    }
    return points
  }

  private struct OperatingPoint {
    var truePositives: Int
    var falsePositives: Int
    var threshold: Double?
  }

  private static func operatingPoints(_ units: [EvaluatedConversation]) -> [OperatingPoint] {
    let ranking = Ranking(units)
    var points: [OperatingPoint] = []
    var (truePositives, falsePositives) = (0, 0)
    for rank in ranking.order.indices {
      if ranking.isPositive[rank] { truePositives += 1 } else { falsePositives += 1 }
      guard ranking.endsGroup[rank] else { continue }
      points.append(
        OperatingPoint(
          truePositives: truePositives, falsePositives: falsePositives,
          threshold: ranking.scores[rank]))
    }
    return points
  }
}

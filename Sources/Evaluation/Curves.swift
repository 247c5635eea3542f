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
public enum Curves {
  /// Recall → precision, from the highest threshold down.
  public static func precisionRecall(_ units: [EvaluatedConversation]) -> [CurvePoint] {
    preconditionFailure()
  }
  /// False-alarm rate → recall, from (0, 0) to (1, 1).
  public static func roc(_ units: [EvaluatedConversation]) -> [CurvePoint] {
    preconditionFailure()
  }
  /// Kaplan–Meier: messages since onset → share of grooming conversations without an alert yet; an
  /// alert before onset counts at delay 0; misses are censored at their last message. Empty where no
  /// onset is known.
  public static func delaySurvival(_ units: [EvaluatedConversation]) -> [CurvePoint] {
    preconditionFailure()
  }
}

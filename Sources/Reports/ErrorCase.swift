/// A conversation that a detector got wrong, as the error browser shows it.
public struct ErrorCase: Sendable, Equatable {
  /// A message that moved the score, or the one where risk began.
  public struct Evidence: Sendable, Equatable {
    /// 1-based number of the message.
    public var number: Int
    /// What the score rose by with it; nil for the first message.
    public var rise: Double?
    /// Who wrote it: the author's id, after a role such as `adult` where the corpus knows it.
    public var author: String
    /// The stage and signs of the message, as the corpus labels them.
    public var truth: String
    /// What was written; nil where the corpus was not generated.
    public var text: String?
  }

  /// The id of the conversation.
  public var id: String
  /// Whether the conversation is grooming, so that the error is a miss.
  public var isPositive: Bool
  /// The scenario family, or `—`.
  public var scenario: String
  /// `hard-negative`, `ordinary`, `grooming`, or `—`.
  public var kind: String
  /// The score after the last message.
  public var score: Double
  /// 1-based number of the message that raised the alert; nil for a miss.
  public var alert: Int?
  /// 1-based number of the first risky message; nil where benign or unknown.
  public var onset: Int?
  /// The score after every message.
  public var scores: [Double]
  /// 1-based numbers of the messages that carry a sign.
  public var signs: [Int]
  /// The messages that say why.
  public var evidence: [Evidence]
}

/// The worst errors of one detector on one corpus.
public struct DetectorErrors: Sendable {
  /// How many of either kind a report shows.
  public static let limit = 20

  /// The detector's name.
  public var detector: String
  /// The run whose predictions these are.
  public var run: Int
  /// The policy of that run.
  public var policy: String
  /// Scores at or above it raise an alert; nil where the policy has no threshold.
  public var threshold: Double?
  /// Benign conversations with an alert, the highest score first.
  public var falseAlarms: [ErrorCase]
  /// Grooming conversations without one, the lowest score first.
  public var misses: [ErrorCase]
  /// How many false alarms and misses there are in all.
  public var counts: (falseAlarms: Int, misses: Int)
}

public import Chat

/// How the work of a detector on one conversation ended.
public enum PredictionOutcome: String, Sendable, CaseIterable {
  case ok, timeout, crash, error
}

/// One conversation with its truth and what a detector under a policy said of it: what every metric
/// takes.
///
/// ```swift
/// let unit = EvaluatedConversation(
///   id: "c1", cluster: "g1", isPositive: true, messageCount: 40, onset: 12, score: 0.9, alert: 15)
/// unit.isRetrieved  // true
/// ```
public struct EvaluatedConversation: Sendable, Equatable {
  public var id: String
  /// What the bootstrap draws: the group of the conversation, else its id.
  public var cluster: String
  public var isPositive: Bool
  public var messageCount: Int
  /// 1-based number of the first risky message; nil where unknown or benign.
  public var onset: Int?
  /// The score after the last message; nil where the detector failed: ranked below every score.
  public var score: Double?
  /// 1-based number of the message that raised the sticky alert; nil = not retrieved.
  public var alert: Int?
  /// Scenario family, kind and locale, for slices.
  public var scenario: String?
  public var kind: ConversationKind?

  public init(
    id: String, cluster: String, isPositive: Bool, messageCount: Int, onset: Int? = nil,
    score: Double?, alert: Int?, scenario: String? = nil, kind: ConversationKind? = nil
  ) {
    (self.id, self.cluster, self.isPositive) = (id, cluster, isPositive)
    (self.messageCount, self.onset, self.score, self.alert) = (messageCount, onset, score, alert)
    (self.scenario, self.kind) = (scenario, kind)
  }

  /// Whether the conversation was flagged: the sticky alert decides, never the score.
  public var isRetrieved: Bool { alert != nil }
}

/// A metric with its interval; nil where it has no meaning, never NaN.
public struct MetricValue: Sendable, Equatable {
  /// The name of the contract, such as `f_latency_onset`.
  public var name: String
  public var value: Double?
  /// Percentile bootstrap interval of 95 %; nil where the metric has none.
  public var low: Double?
  public var high: Double?
  /// How many conversations it was computed on.
  public var count: Int
  /// Set where a convention stands in for an undefined value (P with nothing retrieved).
  public var isUndefined: Bool

  public init(
    _ name: String, _ value: Double?, low: Double? = nil, high: Double? = nil, count: Int,
    isUndefined: Bool = false
  ) {
    (self.name, self.value, self.low, self.high) = (name, value, low, high)
    (self.count, self.isUndefined) = (count, isUndefined)
  }
}

public import Chat

/// How the work of a detector on one conversation ended.
public enum PredictionOutcome: String, Sendable, CaseIterable {
  /// It gave a score.
  case ok
  /// It took too long; there is no score.
  case timeout
  /// Its process ended; there is no score.
  case crash
  /// It said that it could not score the conversation.
  case error
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
  /// The id of the conversation in its corpus.
  public var id: String
  /// What the bootstrap draws: the group of the conversation, else its id.
  public var cluster: String
  /// Whether the conversation is labelled grooming.
  public var isPositive: Bool
  /// How many messages the conversation has.
  public var messageCount: Int
  /// 1-based number of the first risky message; nil where unknown or benign.
  public var onset: Int?
  /// The score after the last message; nil where the detector failed: ranked below every score and
  /// left out of calibration. NaN counts as nil.
  public var score: Double?
  /// 1-based number of the message that raised the sticky alert; nil = not retrieved.
  public var alert: Int?
  /// The scenario family, for slices.
  public var scenario: String?
  /// Why the conversation is in its corpus, for slices.
  public var kind: ConversationKind?
  /// How the detector's work on it ended; findings count the failures.
  public var outcome: PredictionOutcome
  /// The score after every message, for ``Foresight``; empty where nobody kept them. Metrics do not
  /// read them.
  public var messageScores: [Double]

  /// A conversation with its truth and its prediction.
  public init(
    id: String, cluster: String, isPositive: Bool, messageCount: Int, onset: Int? = nil,
    score: Double?, alert: Int?, scenario: String? = nil, kind: ConversationKind? = nil,
    outcome: PredictionOutcome = .ok, messageScores: [Double] = []
  ) {
    (self.id, self.cluster, self.isPositive) = (id, cluster, isPositive)
    (self.messageCount, self.onset, self.score, self.alert) = (messageCount, onset, score, alert)
    (self.scenario, self.kind) = (scenario, kind)
    (self.outcome, self.messageScores) = (outcome, messageScores)
  }

  /// Whether the conversation was flagged: the sticky alert decides, never the score.
  public var isRetrieved: Bool { alert != nil }

  /// The score, with NaN taken for none.
  var usableScore: Double? { score.flatMap { $0.isNaN ? nil : $0 } }
}

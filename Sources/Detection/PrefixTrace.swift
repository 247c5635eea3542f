public import Chat

/// What a detector said after every message of one conversation.
public struct PrefixTrace: Sendable, Equatable {
  /// The score after each message, 0…1.
  public var scores: [Double]
  /// The probability, after each message, that the conversation stands in a critical stage; empty
  /// for a detector that knows no stages.
  public var critical: [Double]
  /// The stage after the last message, for a detector that knows stages.
  public var stage: Stage?
  /// The stage after each message; empty for a detector that knows no stages.
  public var stages: [Stage] = []

  /// A trace.
  public init(scores: [Double], critical: [Double] = [], stage: Stage? = nil) {
    (self.scores, self.critical, self.stage) = (scores, critical, stage)
  }
}

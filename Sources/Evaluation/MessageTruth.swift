public import Chat

/// What is known of the messages of one conversation: stages, where risk is, and when they came.
///
/// ```swift
/// let truth = MessageTruth(stages: [.contact, .riskCheck], risky: [2], minutes: [0, 3.5])
/// truth.firstCritical  // 2
/// ```
public struct MessageTruth: Sendable, Equatable {
  /// The stage of every message; nil where the corpus does not say.
  public let stages: [Stage?]
  /// 1-based numbers of the messages that carry a sign inside a critical stage, rising.
  public let risky: [Int]
  /// Minutes since the first message; empty where not every message has a time.
  public let minutes: [Double]

  /// The truth about the messages of a conversation.
  public init(stages: [Stage?], risky: [Int], minutes: [Double]) {
    (self.stages, self.risky, self.minutes) = (stages, risky, minutes)
  }

  /// 1-based number of the first message of a critical stage; nil where there is none.
  public var firstCritical: Int? {
    stages.firstIndex { $0?.isCritical ?? false }.map { $0 + 1 }
  }

  /// Minutes between two messages, by 1-based number; nil where times are unknown.
  func minutes(from first: Int, to last: Int) -> Double? {
    guard minutes.indices.contains(first - 1), minutes.indices.contains(last - 1) else {
      return nil
    }
    return minutes[last - 1] - minutes[first - 1]
  }
}

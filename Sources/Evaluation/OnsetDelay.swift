/// How an alert stands to the onset, for one grooming conversation whose onset is known: alert −
/// onset in messages, 0 for an alert on the first risky message, nil for a miss.
///
/// ```swift
/// let unit = EvaluatedConversation(
///   id: "c", cluster: "c", isPositive: true, messageCount: 40, onset: 10, score: 0.9, alert: 14)
/// OnsetDelay(of: unit)?.messages  // 4
/// ```
public struct OnsetDelay: Sendable, Equatable {
  /// Alert − onset in messages, negative where the alert was premature; nil for a miss.
  public let messages: Int?
  /// How many messages there were to alert on after the onset.
  public let available: Int

  /// The delay of a conversation; nil where it is benign or its onset is unknown.
  public init?(of unit: EvaluatedConversation) {
    guard unit.isPositive, let onset = unit.onset else { return nil }
    messages = unit.alert.map { $0 - onset }
    available = max(0, unit.messageCount - onset)
  }

  /// Whether the alert came before the onset.
  public var isPremature: Bool { (messages ?? 0) < 0 }

  /// Whether an alert came at the onset or at most `messages` later. A premature alert does not
  /// count.
  public func isCaught(within limit: Int) -> Bool {
    messages.map { (0...limit).contains($0) } ?? false
  }

  /// What survival analysis sees: a premature alert at delay 0, a miss until its last message.
  func observation(index: Int) -> KaplanMeier.Observation {
    KaplanMeier.Observation(
      index: index, time: messages.map { max(0, $0) } ?? available, isEvent: messages != nil)
  }
}

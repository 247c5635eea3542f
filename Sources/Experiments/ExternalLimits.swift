/// How long a detector from elsewhere may take; what takes longer is stopped.
public struct ExternalLimits: Sendable, Equatable {
  /// From its start to its greeting.
  public var startUp: Duration = .seconds(60)
  /// From a message to the score of its prefix.
  public var message: Duration = .seconds(2)
  /// From the first message of a conversation to the answer to its end.
  public var conversation: Duration = .seconds(60)
  /// For training, if it trains.
  public var training: Duration = .seconds(600)
  /// From a farewell, or a request to end, to the end.
  public var farewell: Duration = .seconds(2)

  /// The limits of the protocol.
  public init() {}

  /// Sets the limit that a manifest calls `name`; false for a name that is none.
  mutating func set(_ name: String, to limit: Duration) -> Bool {
    switch name {
    case "startup_s": startUp = limit
    case "message_s": message = limit
    case "conversation_s": conversation = limit
    case "train_s": training = limit
    default: return false
    }
    return true
  }

  /// What a manifest may call a limit.
  static let names = ["startup_s", "message_s", "conversation_s", "train_s"]
}

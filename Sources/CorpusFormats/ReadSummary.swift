/// What reading a file came to.
public struct ReadSummary: Sendable, Equatable {
  /// How many conversations were handed on.
  public var conversations = 0
  /// How many messages they hold.
  public var messages = 0
  /// Lines that a lenient reader left out, each with its reason.
  public var skipped: [FormatError] = []

  /// Nothing read yet.
  public init() {}
}

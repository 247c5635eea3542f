/// What is wrong with a corpus file: where, what, and what was expected.
///
/// The text never holds chat: `train.jsonl:17: member 'text' is a number; expected a string`.
public struct FormatError: Error, Equatable, CustomStringConvertible {
  /// The file as the user named it; `standard input` for `-`.
  public var file: String
  /// 1-based line, where one is to blame.
  public var line: Int?
  /// What is wrong, and what was expected.
  public var reason: String

  /// An error at a place.
  public init(file: String, line: Int? = nil, reason: String) {
    (self.file, self.line, self.reason) = (file, line, reason)
  }

  /// `file:line: reason`
  public var description: String { file + (line.map { ":\($0)" } ?? "") + ": " + reason }
}

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

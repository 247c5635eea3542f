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

/// What is wrong with one line or element; the reader adds the place.
struct LineFault: Error, Equatable {
  var reason: String

  init(_ reason: String) { self.reason = reason }
}

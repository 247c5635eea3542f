/// Why a corpus could not be generated: where, what, and what was expected.
public enum GenerationError: Error, Equatable, CustomStringConvertible {
  /// A file that could not be read (exit status 1).
  case unreadable(path: String, reason: String)
  /// A recipe, grammar or table that is wrong (exit status 3).
  case invalid(file: String, line: Int?, reason: String)
  /// The content gate hit (exit status 3); the text stays untold.
  case contentGate(place: String)

  /// The sentence.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): \(reason)"
    case .invalid(let file, let line, let reason):
      file + (line.map { ":\($0)" } ?? "") + ": " + reason
    case .contentGate(let place):
      "\(place): the content gate refused the text; nothing was written"
    }
  }
}

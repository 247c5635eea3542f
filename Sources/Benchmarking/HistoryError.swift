/// Why a file of the history could not be read or written; the text says where, what, and what was
/// expected.
public enum HistoryError: Error, Equatable, CustomStringConvertible {
  /// A line of a file is not what it should be; lines count from 1.
  case badLine(path: String, line: Int, problem: String, expected: String)
  /// The last line of a file has no end and is no whole value: a write was interrupted.
  case tornLine(path: String, line: Int)
  /// A value that should be written has a fault; nothing was written.
  case badValue(name: String, problem: String, expected: String)
  /// The file cannot be opened, read or written.
  case file(path: String, reason: String)

  /// The sentence.
  public var description: String {
    switch self {
    case .badLine(let path, let line, let problem, let expected):
      "\(path):\(line): \(problem); expected \(expected)"
    case .tornLine(let path, let line):
      "\(path):\(line): half a line, its writing was interrupted; expected it to be removed "
        + "(the next append does so)"
    case .badValue(let name, let problem, let expected):
      "'\(name)': \(problem); expected \(expected), and nothing was written"
    case .file(let path, let reason): "\(path): \(reason); expected a file it may use"
    }
  }
}

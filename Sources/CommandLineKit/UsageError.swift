/// What can be wrong with the words of a command line; the wording stands apart from the cases.
enum UsageError: Error {
  case unknownOption(String, suggestion: String?)
  case missingValue(Definition)
  case unexpectedValue(name: String, value: String)
  case invalidValue(String, Definition)
  case missingArgument(Definition)
  case unexpectedArguments([String], suggestion: String?)

  var message: String {
    switch self {
    case .unknownOption(let name, let suggestion):
      "Unknown option '\(name)'" + Self.didYouMean(suggestion)
    case .missingValue(let definition):
      "Missing value for '\(definition.spelling)'"
    case .unexpectedValue(let name, let value):
      "The option '\(name)' does not take any value, but '\(value)' was specified."
    case .invalidValue(let value, let definition):
      "The value '\(value)' is invalid for '\(definition.spelling)'\(definition.choices)"
    case .missingArgument(let definition):
      "Missing expected argument '\(definition.spelling)'"
    case .unexpectedArguments(let words, let suggestion) where words.count == 1:
      "Unexpected argument '\(words[0])'" + Self.didYouMean(suggestion)
    case .unexpectedArguments(let words, _):
      "\(words.count) unexpected arguments: '\(words.joined(separator: "', '"))'"
    }
  }

  /// The help line of the argument the error is about.
  var hint: String? {
    switch self {
    case .missingValue(let definition), .invalidValue(_, let definition),
      .missingArgument(let definition):
      "\(definition.spelling)  \(definition.help)"
    default: nil
    }
  }

  private static func didYouMean(_ suggestion: String?) -> String {
    suggestion.map { ". Did you mean '\($0)'?" } ?? ""
  }
}

/// The word of `candidates` nearest to `word`, if fewer than four edits and less than half of its
/// length away.
public func nearest(to word: String, among candidates: [String]) -> String? {
  candidates.map { ($0, editDistance($0, word)) }
    .filter { $0.1 < min(4, 1 + max(word.count, $0.0.count) / 2) }
    .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
}

/// Levenshtein's distance. O(|a|·|b|).
func editDistance(_ a: String, _ b: String) -> Int {
  let b = Array(b)
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let next = min(diagonal + (x == y ? 0 : 1), row[j] + 1, row[j + 1] + 1)
      diagonal = row[j + 1]
      row[j + 1] = next
    }
  }
  return row[b.count]
}

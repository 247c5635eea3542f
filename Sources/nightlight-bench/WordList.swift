import CommandLineKit

/// `a,b,c` on a command line.
struct WordList: ExpressibleByArgument {
  var words: [String]

  init(_ words: [String]) { self.words = words }

  init?(argument: String) {
    words = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if words.contains("") { return nil }
  }

  var argumentText: String { words.joined(separator: ",") }

  /// Throws unless every word is known; the option and what it takes stand in the message.
  func check(_ option: String, among known: [String]) throws(ValidationError) {
    for word in words where !known.contains(word) {
      let hint = nearest(to: word, among: known).map { " Did you mean '\($0)'?" } ?? ""
      throw ValidationError(
        "The value '\(word)' is invalid for '\(option)'.\(hint) "
          + "Known: \(known.joined(separator: ", ")).")
    }
  }
}

/// Assigns the words of a command line to properties.
struct Parser {
  var properties: [any ArgumentProperty]

  private var named: [any ArgumentProperty] {
    properties.filter { $0.definition.kind != .positional }
  }

  /// Gives every word to its property, or says what is wrong with the first that has none.
  func assign(_ words: ArraySlice<String>, subcommands: [String] = []) throws(UsageError) {
    var positionals = properties.filter { $0.definition.kind == .positional }[...]
    var words = words
    var optionsEnded = false
    var extra: [String] = []

    while let word = words.popFirst() {
      if !optionsEnded, word == "--" {
        optionsEnded = true
      } else if optionsEnded || !looksLikeOption(word) {
        guard let target = positionals.first else {
          extra.append(word)
          continue
        }
        guard target.accept(word, inverted: false) else {
          throw .invalidValue(word, target.definition)
        }
        if !target.definition.isRepeating { positionals.removeFirst() }
      } else if let cluster = expand(word) {
        words.insert(contentsOf: cluster, at: words.startIndex)
      } else {
        try assignOption(word, rest: &words)
      }
    }
    if !extra.isEmpty {
      throw .unexpectedArguments(extra, suggestion: nearest(to: extra[0], among: subcommands))
    }
    if let missing = properties.first(where: { !$0.isSet && !$0.definition.isOptional }) {
      throw .missingArgument(missing.definition)
    }
  }

  private func assignOption(
    _ word: String, rest words: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let attached = parts.count == 2 ? String(parts[1]) : nil
    guard
      let target = named.first(where: {
        $0.definition.names.contains(name) || $0.definition.inverse == name
      })
    else {
      let known = named.flatMap { $0.definition.names + [$0.definition.inverse].compactMap(\.self) }
      let long = (known + ["--help", "--version"]).filter { $0.hasPrefix("--") }
      throw .unknownOption(
        name, suggestion: name.hasPrefix("--") ? nearest(to: name, among: long) : nil)
    }
    let definition = target.definition
    if definition.kind == .flag {
      if let attached { throw .unexpectedValue(name: name, value: attached) }
      _ = target.accept("yes", inverted: definition.inverse == name)
      return
    }
    guard let value = attached ?? nextValue(&words) else { throw .missingValue(definition) }
    guard target.accept(value, inverted: false) else { throw .invalidValue(value, definition) }
  }

  /// The next word, if it is a value: an option never swallows the option after it.
  private func nextValue(_ words: inout ArraySlice<String>) -> String? {
    guard let word = words.first, !looksLikeOption(word), word != "--" else { return nil }
    return words.popFirst()
  }

  private func looksLikeOption(_ word: String) -> Bool {
    word.hasPrefix("-") && word.count > 1 && Double(word) == nil
  }

  /// `-vk` is `-v -k`, and `-k5` is `-k 5` where `-k` takes a value.
  private func expand(_ word: String) -> [String]? {
    guard !word.hasPrefix("--"), word.count > 2, !word.contains("=") else { return nil }
    let first = String(word.prefix(2))
    guard let target = named.first(where: { $0.definition.names.contains(first) }) else {
      return nil
    }
    let rest = String(word.dropFirst(2))
    return target.definition.kind == .option ? ["\(first)=\(rest)"] : [first, "-\(rest)"]
  }
}

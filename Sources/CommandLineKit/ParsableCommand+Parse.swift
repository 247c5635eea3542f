extension ParsableCommand {
  /// A command with the values of `words`, checked but not run: for commands that stand in a file.
  ///
  /// ```swift
  /// let table = try Table.parse(["--corpus", "everyday"])
  /// try Table.parse(["--corpsu", "everyday"])  // throws: Unknown option '--corpsu'. Did you mean …
  /// ```
  ///
  /// - Parameter words: without the name of the program and of the command.
  /// - Throws: ``ValidationError`` for words that the command does not take, and what
  ///   ``validate()`` throws.
  public static func parse(_ words: [String]) throws -> Self {
    var command = Self()
    do {
      try Parser(properties: properties(of: command)).assign(words[...])
    } catch {
      throw ValidationError(error.message)
    }
    try command.validate()
    return command
  }
}

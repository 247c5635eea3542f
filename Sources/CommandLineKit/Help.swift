/// Renders help in ArgumentParser's layout: a label column of 26, text wrapped at `width`.
struct Help {
  var path: [any ParsableCommand.Type]
  var properties: [any ArgumentProperty]
  var width = 80

  private var configuration: CommandConfiguration { path[path.count - 1].configuration }
  private var toolName: String { path.map { $0.configuration.commandName }.joined(separator: " ") }

  var usage: String {
    let named = properties.filter { $0.definition.kind != .positional }
    let positional = properties.filter { $0.definition.kind == .positional }
    let words =
      [toolName] + (named + positional).map(\.definition.usage)
      + (configuration.subcommands.isEmpty ? [] : ["<subcommand>"])
    return words.joined(separator: " ")
  }

  func rendered() -> String {
    var options = properties.filter { $0.definition.kind != .positional }
      .map { ($0.definition.label, $0.definition.explanation) }
    if path.contains(where: { !$0.configuration.version.isEmpty }) {
      options.append(("--version", "Show the version."))
    }
    options.append(("-h, --help", "Show help information."))
    let positionals = properties.filter { $0.definition.kind == .positional }
      .map { ($0.definition.label, $0.definition.explanation) }
    let subcommands = configuration.subcommands
      .map { ($0.configuration.commandName, $0.configuration.abstract) }

    var text = ""
    if !configuration.abstract.isEmpty { text += "OVERVIEW: \(configuration.abstract)\n\n" }
    if !configuration.discussion.isEmpty { text += configuration.discussion + "\n\n" }
    text += wrappedUsage() + "\n\n"
    text += [("ARGUMENTS", positionals), ("OPTIONS", options), ("SUBCOMMANDS", subcommands)]
      .filter { !$0.1.isEmpty }
      .map { title, rows in "\(title):\n" + rows.map(row).joined() }
      .joined(separator: "\n")
    if !subcommands.isEmpty {
      let names = path.map { $0.configuration.commandName }
      let asking = ([names[0], "help"] + names.dropFirst()).joined(separator: " ")
      text += "\n  See '\(asking) <subcommand>' for detailed help.\n"
    }
    return text
  }

  private func wrappedUsage() -> String { wrap("USAGE: " + usage, indent: 7, startingAt: 0) }

  private func row(_ label: String, _ text: String) -> String {
    let column = 26
    let head = "  " + label
    if text.isEmpty { return head + "\n" }
    let body = wrap(text, indent: column, startingAt: column)
    return head.count < column
      ? head + String(repeating: " ", count: column - head.count) + body + "\n"
      : head + "\n" + String(repeating: " ", count: column) + body + "\n"
  }

  /// Breaks `text` at spaces so that no line passes `width`; later lines are indented.
  private func wrap(_ text: String, indent: Int, startingAt column: Int) -> String {
    var lines: [String] = []
    var line = ""
    for word in pieces(text) {
      let used = (lines.isEmpty ? column : indent) + line.count
      if !line.isEmpty, used + 1 + word.count >= width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    lines.append(line)
    return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
  }

  /// The words of `text`; what stands in brackets stays together.
  private func pieces(_ text: String) -> [String] {
    text.split(separator: " ").reduce(into: [String]()) { pieces, word in
      if let last = pieces.last, last.hasPrefix("["), !last.hasSuffix("]") {
        pieces[pieces.count - 1] = last + " " + word
      } else {
        pieces.append(String(word))
      }
    }
  }

  /// The message, the argument it concerns and the usage line, on standard error, status 64.
  func usageFailure(_ message: String, hint: String?) -> Outcome {
    let text =
      "Error: \(message)\n" + (hint.map { "Help:  \($0)\n" } ?? "")
      + "Usage: \(usage)\n  See '\(toolName) --help' for more information.\n"
    return Outcome(error: text, status: .validationFailure)
  }
}

/// A command with its options and subcommands as plain data, for completion scripts.
struct CommandTree {
  var name: String
  var abstract: String
  var options: [(names: [String], help: String, takesValue: Bool, values: [String])]
  var children: [CommandTree]

  init(_ command: any ParsableCommand.Type) {
    let configuration = command.configuration
    name = configuration.commandName
    abstract = configuration.abstract
    options = properties(of: command.init()).map(\.definition)
      .filter { $0.kind != .positional }
      .map {
        ($0.names + [$0.inverse].compactMap(\.self), $0.help, $0.kind == .option, $0.values)
      }
    options.append((["-h", "--help"], "Show help information.", false, []))
    children = configuration.subcommands.map(CommandTree.init)
  }

  /// Every command of the tree with the names on the way to it.
  var paths: [(path: [String], command: CommandTree)] {
    [([name], self)] + children.flatMap { $0.paths.map { ([name] + $0.path, $0.command) } }
  }
}

/// A shell that completes words.
enum CompletionShell: String, CaseIterable {
  case bash, zsh, fish

  func script(for tree: CommandTree) -> String {
    switch self {
    case .bash: bash(tree)
    case .zsh: zsh(tree)
    case .fish: fish(tree)
    }
  }

  private func bash(_ tree: CommandTree) -> String {
    let function = "_" + tree.name.replacing("-", with: "_")
    var cases = ""
    for (path, command) in tree.paths {
      let words = command.options.flatMap(\.names) + command.children.map(\.name)
      cases += "    '\(path.joined(separator: " "))') words='\(words.joined(separator: " "))' ;;\n"
    }
    var values = ""
    for option in tree.paths.flatMap(\.command.options) where !option.values.isEmpty {
      let names = option.names.joined(separator: "|")
      let line = "    \(names)) words='\(option.values.joined(separator: " "))' ;;\n"
      if !values.contains(line) { values += line }
    }
    return """
      \(function)() {
        local word previous path words
        word="${COMP_WORDS[COMP_CWORD]}"
        previous="${COMP_WORDS[COMP_CWORD-1]}"
        path='\(tree.name)'
        if [[ $COMP_CWORD -gt 1 && "${COMP_WORDS[1]}" != -* ]]; then
          path="$path ${COMP_WORDS[1]}"
        fi
        case "$path" in
      \(cases)    *) words='' ;;
        esac
        case "$previous" in
      \(values)    *) ;;
        esac
        COMPREPLY=($(compgen -W "$words" -- "$word"))
        [[ ${#COMPREPLY[@]} -eq 0 ]] && COMPREPLY=($(compgen -f -- "$word"))
      }
      complete -o filenames -F \(function) \(tree.name)

      """
  }

  private func zsh(_ tree: CommandTree) -> String {
    var cases = ""
    for child in tree.children {
      let arguments = child.options.map { "    " + zshArgument($0) }.joined(separator: " \\\n")
      cases += "    \(child.name)) _arguments \\\n\(arguments) \\\n      '*:file:_files' ;;\n"
    }
    let commands = tree.children.map { "    '\($0.name):\(quoted($0.abstract))'" }
    return """
      #compdef \(tree.name)
      local -a commands
      commands=(
      \(commands.joined(separator: "\n"))
      )
      if (( CURRENT == 2 )); then
        _describe command commands
      else
        shift words
        (( CURRENT -= 1 ))
        case $words[1] in
      \(cases)  esac
      fi

      """
  }

  private func zshArgument(
    _ option: (names: [String], help: String, takesValue: Bool, values: [String])
  ) -> String {
    let name = option.names.last ?? ""
    let help = quoted(option.help).replacing("[", with: "(").replacing("]", with: ")")
    let value =
      !option.takesValue
      ? ""
      : option.values.isEmpty ? ":value:_files" : ":value:(\(option.values.joined(separator: " ")))"
    return "  '\(name)\(option.takesValue ? "=" : "")[\(help)]\(value)'"
  }

  private func fish(_ tree: CommandTree) -> String {
    var text = ""
    for child in tree.children {
      text +=
        "complete -c \(tree.name) -n __fish_use_subcommand -f -a \(child.name)"
        + " -d '\(quoted(child.abstract))'\n"
    }
    for (path, command) in tree.paths {
      let condition =
        path.count == 1 ? "__fish_use_subcommand" : "__fish_seen_subcommand_from \(path[1])"
      for option in command.options {
        text += "complete -c \(tree.name) -n '\(condition)'"
        for name in option.names {
          text += name.hasPrefix("--") ? " -l \(name.dropFirst(2))" : " -s \(name.dropFirst())"
        }
        text += option.takesValue ? " -r" : ""
        text +=
          option.values.isEmpty ? "" : " -f -a '\(option.values.joined(separator: " "))'"
        text += " -d '\(quoted(option.help))'\n"
      }
    }
    return text
  }

  private func quoted(_ text: String) -> String { text.replacing("'", with: "’") }
}

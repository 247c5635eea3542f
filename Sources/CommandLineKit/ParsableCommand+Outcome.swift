extension ParsableCommand {
  /// Parses and runs `words` (without the program name); never exits, so tests can call it.
  public static func outcome(of words: [String]) -> Outcome {
    var path: [any ParsableCommand.Type] = [self]
    var rest = words[...]
    var wantsHelp = false
    if rest.first == "help", !configuration.subcommands.isEmpty {
      wantsHelp = true
      rest.removeFirst()
    }
    while let word = rest.first,
      let next = path[path.count - 1].configuration.subcommands
        .first(where: { $0.configuration.commandName == word })
    {
      path.append(next)
      rest.removeFirst()
    }
    let command = path[path.count - 1].init()
    let found = properties(of: command)
    let help = Help(path: path, properties: found)
    let options = rest.prefix { $0 != "--" }
    if wantsHelp || options.contains("-h") || options.contains("--help") {
      return Outcome(output: help.rendered())
    }
    if options.contains("--version"), let version = version(of: path) {
      return Outcome(output: version + "\n")
    }
    if path.count == 1, let outcome = completionScript(for: options, help: help) { return outcome }
    return run(command, rest, found, help)
  }

  private static func version(of path: [any ParsableCommand.Type]) -> String? {
    path.map { $0.configuration.version }.last { !$0.isEmpty }
  }

  private static func completionScript(
    for options: ArraySlice<String>, help: Help
  ) -> Outcome? {
    guard let word = options.first, word.hasPrefix("--generate-completion-script") else {
      return nil
    }
    let attached = word.split(separator: "=", maxSplits: 1).dropFirst().first.map(String.init)
    let name = attached ?? options.dropFirst().first ?? ""
    guard let shell = CompletionShell(rawValue: name) else {
      return help.usageFailure(
        "'\(name)' is no shell. Please provide one of 'bash', 'zsh' or 'fish'.", hint: nil)
    }
    return Outcome(output: shell.script(for: CommandTree(self)))
  }

  private static func run(
    _ command: any ParsableCommand, _ words: ArraySlice<String>,
    _ found: [any ArgumentProperty], _ help: Help
  ) -> Outcome {
    let subcommands = type(of: command).configuration.subcommands
    do {
      try Parser(properties: found)
        .assign(words, subcommands: subcommands.map { $0.configuration.commandName })
      var ready = command
      try ready.validate()
      try ready.run()
      return Outcome()
    } catch let error as UsageError {
      return help.usageFailure(error.message, hint: error.hint)
    } catch let error as ValidationError {
      return help.usageFailure(error.description, hint: nil)
    } catch let code as ExitCode {
      return Outcome(status: code)
    } catch CleanExit.help {
      return Outcome(output: help.rendered())
    } catch CleanExit.message(let text) {
      return Outcome(output: text + "\n")
    } catch is Interrupted {
      return Outcome(
        error: "Interrupted. The same command goes on where it stopped.\n", status: .interrupted)
    } catch {
      return Outcome(error: "Error: \(error)\n", status: exitStatus(for: error))
    }
  }
}

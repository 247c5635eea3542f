import CommandLineKit
import Testing

@Suite struct CommandTreeTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func scriptNamesEverySubcommandAndOption(_ shell: String) {
    let outcome = Calculator.outcome(of: ["--generate-completion-script", shell])
    #expect(outcome.status == .success)
    for word in ["add", "average", "fail", "top", "no-colour", "median"] {
      #expect(outcome.output.contains(word), "\(shell) lacks \(word)")
    }
  }

  @Test func fishLineOfAnOptionWithValues() {
    let script = Calculator.outcome(of: ["--generate-completion-script=fish"]).output
    let line =
      "complete -c math -n '__fish_seen_subcommand_from average' -l kind -r"
      + " -f -a 'mean median mode' -d 'The kind of average to provide.'"
    #expect(script.split(separator: "\n").contains(Substring(line)))
  }

  @Test func unknownShellIsRefused() {
    #expect(
      Calculator.outcome(of: ["--generate-completion-script", "csh"]).status == .validationFailure)
  }
}

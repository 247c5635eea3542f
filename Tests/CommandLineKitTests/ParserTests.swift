import CommandLineKit
import Testing

@Suite struct ParserTests {
  @Test(
    arguments: [
      (["add", "1", "2"], "3 false false\n"),
      (["add", "-xv", "1"], "1 true true\n"),
      (["add", "--", "-5"], "-5 false false\n"),
      (["add", "-5"], "-5 false false\n"),
      (["average", "--top", "2", "1"], "mean 2 none true [1.0] nightlight.sqlite false\n"),
      (["average", "--top=2", "1"], "mean 2 none true [1.0] nightlight.sqlite false\n"),
      (["average", "-k2", "1"], "mean 2 none true [1.0] nightlight.sqlite false\n"),
      (["average", "-k", "-2", "1"], "mean -2 none true [1.0] nightlight.sqlite false\n"),
      (
        ["average", "--kind", "mode", "--top", "2", "--output=-", "--no-colour", "1"],
        "mode 2 - false [1.0] nightlight.sqlite false\n"
      ),
      (
        ["average", "1", "--quiet", "--db", "x", "--top", "1", "2"],
        "mean 1 none true [1.0, 2.0] x true\n"
      ),
      (["--version"], "1.0.0\n"),
      (["add", "--version"], "1.0.0\n"),
    ] as [([String], String)])
  func accepts(_ words: [String], _ output: String) {
    let outcome = Calculator.outcome(of: words)
    #expect(outcome.output == output)
    #expect(outcome.status == .success)
  }

  @Test(
    arguments: [
      (["average", "1"], "Missing expected argument '--top <top>'"),
      (["average", "--top"], "Missing value for '--top <top>'"),
      (["average", "--top", "--quiet"], "Missing value for '--top <top>'"),
      (["average", "--top", "x", "1"], "The value 'x' is invalid for '--top <top>'"),
      (["average", "--top", "1", "nan"], "The value 'nan' is invalid for '<values>'"),
      (
        ["average", "--kind", "men", "--top", "1", "1"],
        "The value 'men' is invalid for '--kind <kind>'. Please provide one of 'mean', 'median' or 'mode'."
      ),
      (["average", "--tpo", "1"], "Unknown option '--tpo'. Did you mean '--top'?"),
      (["average", "--hepl"], "Unknown option '--hepl'. Did you mean '--help'?"),
      (["average", "--zzzzzzzz"], "Unknown option '--zzzzzzzz'"),
      (["average", "-z"], "Unknown option '-z'"),
      (
        ["average", "--quiet=yes"],
        "The option '--quiet' does not take any value, but 'yes' was specified."
      ),
      (["average", "--top", "1"], "Provide at least one value."),
      (["avrage"], "Unexpected argument 'avrage'. Did you mean 'average'?"),
      (["fail", "a", "b"], "2 unexpected arguments: 'a', 'b'"),
    ] as [([String], String)])
  func refuses(_ words: [String], _ message: String) {
    let outcome = Calculator.outcome(of: words)
    #expect(outcome.error.split(separator: "\n").first.map(String.init) == "Error: \(message)")
    #expect(outcome.error.contains("\nUsage: math"))
    #expect(outcome.status == .validationFailure)
    #expect(outcome.output.isEmpty)
  }
}

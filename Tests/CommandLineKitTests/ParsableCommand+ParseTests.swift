import CommandLineKit
import Testing

private struct Greet: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "greet")
  @Option(help: "How many times.") var count: Int = 1
  @Argument(help: "Whom.") var name: String
  func validate() throws {
    if count < 1 { throw ValidationError("--count is \(count); expected 1 or more.") }
  }
  func run() throws { Issue.record("a parsed command was run") }
}

@Suite struct ParsableCommandParseTests {
  @Test func wordsBecomeValuesAndNothingRuns() throws {
    let greet = try Greet.parse(["--count", "3", "ada"])
    #expect(greet.count == 3 && greet.name == "ada")
  }

  @Test(arguments: [
    (["--cuont", "3", "ada"], "Unknown option '--cuont'. Did you mean '--count'?"),
    (["--count", "0", "ada"], "--count is 0; expected 1 or more."),
    ([], "Missing expected argument"),
  ])
  func wrongWordsAreSaid(words: [String], sentence: String) {
    let error = #expect(throws: ValidationError.self) { try Greet.parse(words) }
    #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
  }
}

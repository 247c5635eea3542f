import CommandLineKit
import Testing

@Suite struct CommandTests {
  @Test func defaultsOfTheProtocolShowHelpAndFailPlainly() {
    struct Bare: ParsableCommand {
      static let configuration = CommandConfiguration(commandName: "bare", abstract: "Nothing.")
    }
    struct Unknown: Error {}
    #expect(Bare.outcome(of: []).output.hasPrefix("OVERVIEW: Nothing."))
    #expect(Bare.exitStatus(for: Unknown()) == .failure)
  }
}

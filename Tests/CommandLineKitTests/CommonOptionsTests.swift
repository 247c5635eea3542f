import CommandLineKit
import Foundation
import Testing

@Suite(.serialized) struct CommonOptionsTests {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show")
    @OptionGroup var common = CommonOptions()
    func run() throws {
      throw CleanExit.message("\(common.databasePath) \(common.wantsJSON) \(common.isQuiet)")
    }
  }

  @Test func theOptionWinsOverTheEnvironmentOverTheDefault() {
    unsetenv("NIGHTLIGHT_DB")
    #expect(Show.outcome(of: []).output == "nightlight.sqlite false false\n")
    setenv("NIGHTLIGHT_DB", "b.sqlite", 1)
    #expect(Show.outcome(of: ["--json"]).output == "b.sqlite true false\n")
    #expect(Show.outcome(of: ["--db", "a.sqlite", "--quiet"]).output == "a.sqlite false true\n")
    unsetenv("NIGHTLIGHT_DB")
  }
}

import CommandLineKit
import Testing

@Suite struct PropertiesTests {
  @Test func defaultsAreReadableWithoutParsing() {
    let command = Average()
    #expect(command.kind == .mean)
    #expect(command.output == nil)
    #expect(command.colour)
    #expect(command.common.db == "nightlight.sqlite")
  }

  @Test func aRepeatedOptionKeepsTheLastValue() {
    let outcome = Calculator.outcome(of: ["average", "--top", "1", "--top", "2", "3"])
    #expect(outcome.output.hasPrefix("mean 2 "))
  }
}

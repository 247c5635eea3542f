import Testing

@testable import Benchmarking

struct MachineEnvironmentTests {
  @Test func factsAreSortedAndFilled() {
    let environment = MachineEnvironment.current
    #expect(
      environment.properties.map(\.name)
        == ["build", "cores", "cpu", "kernel", "memory", "os", "swift"])
    #expect(environment.properties.allSatisfy { !$0.value.isEmpty })
    #expect(environment == .current)
  }

  @Test func knownFacts() throws {
    let environment = MachineEnvironment.current
    #expect(environment["build"] == (MachineEnvironment.isDebugBuild ? "debug" : "release"))
    #expect(Int(environment["cores"] ?? "") ?? 0 > 0)
    #expect(Double(environment["memory"] ?? "") ?? 0 > 0)
    #expect(environment["kernel"]?.hasPrefix("Linux ") == true)
    #expect(environment["weather"] == nil)
  }

  @Test func aFileThatIsNotThereSaysNothing() {
    #expect(
      MachineEnvironment.value(of: "model name", in: "/nowhere/at/all", separator: ":") == nil)
  }
}

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

  @Test func theFingerprintForgetsTheKernelAndFractionsOfMemoryAlone() {
    func fingerprint(_ cpu: String, _ kernel: String, _ memory: String) -> String {
      MachineEnvironment(properties: [
        .init(name: "cpu", value: cpu), .init(name: "kernel", value: kernel),
        .init(name: "memory", value: memory),
      ]).fingerprint
    }
    let one = fingerprint("A", "Linux 1", "23.4")
    #expect(one.count == 16)
    #expect(fingerprint("A", "Linux 2", "23.5") == one)
    #expect(fingerprint("B", "Linux 1", "23.4") != one)
    #expect(fingerprint("A", "Linux 1", "24.4") != one)
    // The reference value of FNV-1a for no bytes at all.
    #expect(MachineEnvironment(properties: []).fingerprint == "cbf29ce484222325")
  }

  @Test func aFileThatIsNotThereSaysNothing() {
    #expect(
      MachineEnvironment.value(of: "model name", in: "/nowhere/at/all", separator: ":") == nil)
  }
}

import Testing

@testable import Reports

@Suite struct MachineTests {
  @Test func theMachineHasCoresAndMemory() {
    let facts = Machine.facts()
    #expect(facts.contains { $0.name == "Cores" && (Int($0.value) ?? 0) > 0 })
    #expect(facts.contains { $0.name == "Memory" && $0.value.hasSuffix("B") })
    #expect(facts.allSatisfy { !$0.value.contains("\n") && !$0.value.contains("\"") })
  }
}

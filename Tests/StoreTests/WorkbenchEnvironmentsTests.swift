import Testing

@testable import Store

struct WorkbenchEnvironmentsTests {
  @Test func equalFactsAreOneEnvironment() throws {
    let workbench = try Workbench(path: ":memory:")
    let first = try workbench.save(environment: [("os", "Linux"), ("cores", "2")])
    let same = try workbench.save(
      environment: [("cores", "2"), ("os", "Linux"), ("os", "Linux")])
    let other = try workbench.save(environment: [("os", "Linux"), ("cores", "4")])
    #expect(first == same)
    #expect(first != other)
    let facts = try workbench.environment(id: same).map { "\($0.name)=\($0.value)" }
    #expect(facts == ["cores=2", "os=Linux"])
  }

  @Test func namesAndValuesDoNotRunTogether() throws {
    let workbench = try Workbench(path: ":memory:")
    let first = try workbench.save(environment: [("ab", "c")])
    #expect(try workbench.save(environment: [("a", "bc")]) != first)
    #expect(try workbench.save(environment: []) != first)
  }

  @Test func anUnknownNumberIsSaid() throws {
    let workbench = try Workbench(path: ":memory:")
    #expect(throws: StoreError.unknownEnvironment(3, path: ":memory:")) {
      _ = try workbench.environment(id: 3)
    }
  }
}

import Testing

@testable import Reports

@Suite struct ErrorCaseTests {
  @Test func equalCasesAreEqual() {
    let errors = Invented.errors("a")
    #expect(errors.falseAlarms[0] == Invented.errors("b").falseAlarms[0])
    #expect(errors.falseAlarms[0] != errors.misses[0])
    #expect(DetectorErrors.limit == 20)
  }
}

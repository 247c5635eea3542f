import Chat
import Testing

@Suite struct IndexedCaseTests {
  @Test func indexIsThePositionInAllCases() {
    #expect(Stage.allCases.map(\.index) == Array(Stage.allCases.indices))
    #expect(Sign.allCases.map(\.index) == Array(Sign.allCases.indices))
    #expect(Cue.allCases.map(\.index) == Array(Cue.allCases.indices))
  }
}

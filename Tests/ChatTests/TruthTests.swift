import Chat
import Testing

@Suite struct TruthTests {
  @Test func namesOfTheContract() {
    #expect(Label.allCases.map(\.rawValue) == ["grooming", "benign", "insufficient-evidence"])
    #expect(ConversationKind.allCases.map(\.rawValue) == ["grooming", "hard-negative", "ordinary"])
    #expect(
      Split.allCases.map(\.rawValue) == [
        "train", "validation", "test", "test-iid", "test-scenario", "test-length", "test-language",
      ])
    #expect(Sign.allCases.count == 18)
    #expect(Cue.allCases.count == 9)
  }

  @Test func criticalStages() {
    #expect(
      Stage.allCases.filter(\.isCritical)
        == [.riskCheck, .isolation, .boundaryShift, .approach, .control])
  }
}

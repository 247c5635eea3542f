import Detection
import Testing

@Suite struct StopPolicyEntryTests {
  @Test func everyKindHasAnEntry() {
    #expect(
      StopPolicy.entries.map(\.name) == ["threshold", "skepticism", "cusum", "sprt", "stage"])
    #expect(PolicyFitting.names == StopPolicy.entries.map(\.name))
    for entry in StopPolicy.entries {
      #expect(!entry.summary.isEmpty && !entry.source.isEmpty)
      #expect(entry.parameters.first?.name == "threshold")
    }
  }

  @Test func onlyStageNeedsStages() {
    #expect(PolicyFitting.names.filter(StopPolicy.needsStages) == ["stage"])
    #expect(!StopPolicy.needsStages("none"))
  }
}

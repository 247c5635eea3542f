import Testing

@testable import Reports

@Suite struct ReportDataTests {
  @Test(arguments: [
    ("test", "template-ood"), ("test-iid", "iid"), ("test-length", "test-length"),
    ("validation", "validation"),
  ]) func tracksHaveTheNamesOfTheContract(split: String, name: String) {
    #expect(TrackReport(split: split, rows: []).name == name)
  }

  @Test func aSplitCountsEveryConversation() {
    var facts = SplitFacts(split: "test")
    #expect(facts.conversations == 0)
    (facts.grooming, facts.benign, facts.insufficientEvidence, facts.unlabelled) = (1, 2, 3, 4)
    #expect(facts.conversations == 10)
  }
}

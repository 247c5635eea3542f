import Testing

@testable import CorpusFormats

@Suite struct ReadSummaryTests {
  @Test func nothingIsReadAtFirst() {
    let summary = ReadSummary()
    #expect(summary.conversations == 0 && summary.messages == 0 && summary.skipped.isEmpty)
  }

  @Test func aSkippedLineMakesASummaryAnother() {
    var summary = ReadSummary()
    summary.skipped.append(FormatError(file: "f", line: 2, reason: "no conversation"))
    #expect(summary != ReadSummary())
  }
}

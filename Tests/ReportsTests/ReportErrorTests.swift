import Testing

@testable import Reports

@Suite struct ReportErrorTests {
  @Test func anUnknownCorpusNamesThoseThereAre() {
    #expect(
      ReportError.unknownCorpus("evryday", available: ["smoke", "everyday"]).description
        == "unknown corpus 'evryday'; there are: smoke, everyday")
  }

  @Test func everyErrorSaysWhatHelps() {
    #expect(ReportError.noDatabase(path: "a.sqlite").description.contains("nightlight-corpus"))
    #expect(ReportError.noCorpora.description.contains("import"))
    #expect(ReportError.ambiguousCorpus(["a", "b"]).description.contains("--corpus: a, b"))
    #expect(
      ReportError.noRuns(corpus: "a", split: "test").description.contains("nightlight-bench run"))
    #expect(ReportError.notAReport(path: "/home").description.hasPrefix("/home: "))
    #expect(ReportError.unwritable(path: "/x", reason: "full").description == "/x: full")
  }
}

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
    #expect(ReportError.invalidPage(path: "p", line: 3, reason: "r").description == "p:3: r")
    let outdated = ReportError.outdatedPage(path: "p", lines: [3, 8]).description
    #expect(outdated.split(separator: "\n").map { $0.prefix(4) } == ["p:3:", "p:8:"])
    #expect(ReportError.invalidTables(path: "t", reason: "no JSON").description.hasPrefix("t: no"))
  }
}

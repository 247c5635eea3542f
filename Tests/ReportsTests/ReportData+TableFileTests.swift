import Plotting
import Store
import Testing

@testable import Reports

@Suite struct ReportDataTableFileTests {
  private func json(_ splits: [String]) -> String {
    let corpus = Invented.corpus(splits: splits)
    let tables = corpus.tracks.map { LeaderboardTable(corpus: corpus.record.name, track: $0) }
    return LeaderboardTable.text(of: tables, format: .json)
  }

  @Test(arguments: [["test"], ["test", "test-iid"]])
  func tablesAreWrittenAsTheyWereRead(splits: [String]) throws {
    let text = json(splits)
    let data = try ReportData(tableFile: Array(text.utf8), path: "t.json")
    let tables = data.corpora.flatMap { corpus in
      corpus.tracks.map { LeaderboardTable(corpus: corpus.record.name, track: $0) }
    }
    #expect(data.corpora.count == 1)
    #expect(LeaderboardTable.text(of: tables, format: .json) == text)
  }

  @Test func aFigureOfTheFileEqualsTheOneOfTheDatabase() throws {
    let corpus = Invented.corpus(splits: ["test"])
    let data = try ReportData(tableFile: Array(json(["test"]).utf8), path: "t.json")
    let plots = try [corpus.tracks[0], data.onlyTrack(split: "test").track].map {
      ReportPlot.fLatency.plot(corpus: "everyday", track: $0)
    }
    #expect(plots[0].hasData)
    #expect(plots[0] == plots[1])
  }

  @Test func rowsOfSomePoliciesAreKept() throws {
    let data = Invented.data("everyday")
    let kept = data.keeping(policies: ["threshold"], views: nil)
    #expect(kept.corpora[0].tracks.map(\.rows.count) == [9, 9])
    #expect(data.keeping(policies: nil, views: ["metadata"]).corpora.isEmpty)
    #expect(try data.keeping(corpus: "everyday", split: "test").corpora[0].tracks.count == 1)
    #expect(throws: ReportError.unknownCorpus("x", available: ["everyday"])) {
      try data.keeping(corpus: "x", split: nil)
    }
  }

  @Test(arguments: [
    ("", "no JSON"), ("[{]", "no JSON"), (#"{"track":"iid","rows":[]}"#, "has no 'corpus'"),
    (#"{"corpus":"a","track":"iid","rows":7}"#, ".rows is of another type"),
    (#"[{"corpus":"a","track":"x","rows":[]}]"#, "unknown track 'x'"),
  ])
  func otherFilesAreRefusedWithTheirPlace(text: String, reason: String) throws {
    let error = #expect(throws: ReportError.self) {
      try ReportData(tableFile: Array(text.utf8), path: "t.json")
    }
    let words = try #require(error).description
    #expect(words.hasPrefix("t.json: ") && words.contains(reason), "\(words)")
  }
}

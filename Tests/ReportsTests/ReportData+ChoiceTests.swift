import Foundation
import Testing

@testable import Reports

@Suite struct ReportDataChoiceTests {
  @Test func theOnlyCorpusWithResultsIsTaken() throws {
    var data = Invented.data("everyday", "other")
    data.corpora[0].tracks = []
    let (corpus, track) = try data.onlyTrack(split: "test")
    #expect(corpus == "other")
    #expect(track.split == "test")
  }

  @Test func severalCorporaAreAskedAbout() {
    #expect(throws: ReportError.ambiguousCorpus(["everyday", "other"])) {
      _ = try Invented.data("everyday", "other").onlyTrack(split: "test")
    }
  }

  @Test func noRunsIsSaid() {
    #expect(throws: ReportError.noRuns(corpus: "everyday", split: "train")) {
      _ = try Invented.data("everyday").onlyTrack(split: "train")
    }
  }

  @Test func readingMakesNoDatabase() {
    let path = NSTemporaryDirectory() + "nowhere-\(UUID().uuidString).sqlite"
    #expect(throws: ReportError.noDatabase(path: path)) {
      _ = try ReportData.openWorkbench(at: path)
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func splitsAreThoseOfCorpora() {
    #expect(
      ReportData.splitNames == [
        "train", "validation", "test", "test-iid", "test-scenario", "test-length", "test-language",
      ])
  }
}

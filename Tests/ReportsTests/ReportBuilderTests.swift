import Foundation
import Plotting
import Testing

@testable import Reports

@Suite struct ReportBuilderTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "reports-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? ["/"]).sorted()
  }

  private func small(_ name: String) -> ReportData {
    var data = Invented.data(name)
    data.corpora[0].tracks.removeLast()
    return data
  }

  @Test func aReportIsAFolderWithPageFiguresAndTables() throws {
    try withFolder { folder in
      let page = try ReportBuilder().build(small("<every day>"), into: "\(folder)/report")
      #expect(page == "\(folder)/report/index.html")
      #expect(
        names(in: "\(folder)/report") == [
          ".nightlight-report", "detectors", "figures", "index.html", "tables",
        ])
      #expect(names(in: folder) == ["report"], "nothing is left beside it")
      #expect(
        names(in: "\(folder)/report/tables/every-day-") == [
          "test-false-alarms.csv", "test-false-alarms.json", "test-false-alarms.md",
          "test-false-alarms.tex", "test-reviewer-load.csv", "test-reviewer-load.json",
          "test-reviewer-load.md", "test-reviewer-load.tex", "test.csv", "test.json", "test.md",
          "test.tex",
        ])
      let figures = names(in: "\(folder)/report/figures/every-day-")
      #expect(figures.count == 4 * ReportPlot.allCases.count)
      let text = try String(contentsOfFile: page, encoding: .utf8)
      #expect(text.count(of: "<figure ") == ReportPlot.allCases.count)
      for link in text.matches(of: /href="((?:figures|tables)\/[^"]+)"/) {
        let path = "\(folder)/report/\(link.output.1)"
        #expect(FileManager.default.fileExists(atPath: path), "\(path)")
      }
      let ids = text.matches(of: /\ id=["']([^"']+)["']/).map { String($0.output.1) }
      #expect(Set(ids).count == ids.count, "no id stands twice")
    }
  }

  @Test func anEarlierReportIsReplacedAsAWhole() throws {
    try withFolder { folder in
      let report = "\(folder)/report"
      var data = small("a")
      data.corpora[0].tracks = []
      try ReportBuilder().build(data, into: report)
      try Data("stale".utf8).write(to: URL(fileURLWithPath: "\(report)/figures/stale"))
      try ReportBuilder().build(data, into: report)
      #expect(names(in: "\(report)/figures") == ["a"])
      #expect(names(in: folder) == ["report"])
    }
  }

  @Test func aFolderThatIsNoReportIsLeftAlone() throws {
    try withFolder { folder in
      try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(folder)/notes.txt"))
      #expect(throws: ReportError.notAReport(path: folder)) {
        try ReportBuilder().build(small("a"), into: folder)
      }
      #expect(throws: ReportError.notAReport(path: "\(folder)/notes.txt")) {
        try ReportBuilder().build(small("a"), into: "\(folder)/notes.txt")
      }
      #expect(names(in: folder) == ["notes.txt"])
    }
  }

  @Test func anInterruptedBuildLeavesTheOldReport() throws {
    struct Stop: Error {}
    try withFolder { folder in
      let report = "\(folder)/report"
      var data = small("old")
      data.corpora[0].tracks = []
      try ReportBuilder().build(data, into: report)
      var steps = 0
      #expect(throws: Stop.self) {
        try ReportBuilder().build(small("new"), into: report) { _ in
          steps += 1
          if steps == 2 { throw Stop() }
        }
      }
      #expect(names(in: folder) == ["report"])
      #expect(names(in: "\(report)/tables") == ["old"])
    }
  }

  @Test func aMissingGnuplotIsFoundBeforeAnyWork() throws {
    try withFolder { folder in
      let builder = ReportBuilder(gnuplot: Gnuplot(executable: "/nowhere/gnuplot"))
      #expect(throws: PlottingError.gnuplotMissing(searched: "/nowhere/gnuplot")) {
        try builder.build(small("a"), into: "\(folder)/report")
      }
      #expect(names(in: folder) == [])
    }
  }

  @Test func theSummaryIsOneObject() throws {
    let text = ReportBuilder.summary(of: Invented.data("a\"b"), page: "out/index.html")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["output"] as? String == "out/index.html")
    let corpora = try #require(object["corpora"] as? [[String: Any]])
    #expect(corpora[0]["corpus"] as? String == "a\"b")
    #expect(corpora[0]["tracks"] as? [String] == ["template-ood", "iid"])
  }
}

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

  @Test func aReportIsAFolderWithPagesFiguresAndTables() throws {
    try withFolder { folder in
      let page = try ReportBuilder().build(small("<every day>"), into: "\(folder)/report")
      #expect(page == "\(folder)/report/index.html")
      #expect(
        names(in: "\(folder)/report") == [
          ".nightlight-report", "corpora", "detectors", "figures", "index.html", "method.html",
          "reproduce.html", "tables",
        ])
      #expect(names(in: folder) == ["report"], "nothing is left beside it")
      let tables = names(in: "\(folder)/report/tables/every-day-")
      #expect(tables.count.isMultiple(of: 4))
      for table in ["test", "test-false-alarms", "test-reviewer-load", "test-policies"] {
        for end in ["csv", "json", "md", "tex"] { #expect(tables.contains("\(table).\(end)")) }
      }
      let figures = names(in: "\(folder)/report/figures/every-day-")
      for end in ["gp", "png", "svg", "tsv"] { #expect(figures.contains("test-roc.\(end)")) }
      try checkLinks(in: "\(folder)/report")
    }
  }

  /// Every link of every page leads to a file of the report, and no id stands twice on a page.
  private func checkLinks(in report: String) throws {
    let paths = FileManager.default.enumerator(atPath: report)?.compactMap { $0 as? String } ?? []
    let pages = paths.filter { $0.hasSuffix(".html") }
    #expect(pages.count > 20)
    for page in pages {
      let text = try String(contentsOfFile: "\(report)/\(page)", encoding: .utf8)
      let folder = ("\(report)/\(page)" as NSString).deletingLastPathComponent
      for link in text.matches(of: /href="([^"#:]+)"/) {
        let path = "\(folder)/\(link.output.1)"
        #expect(FileManager.default.fileExists(atPath: path), "\(page): \(link.output.1)")
      }
      let ids = text.matches(of: /\ id=["']([^"']+)["']/).map { String($0.output.1) }
      #expect(Set(ids).count == ids.count, "\(page): no id stands twice")
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

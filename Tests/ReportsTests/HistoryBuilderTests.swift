import Benchmarking
import Foundation
import Plotting
import Testing

@testable import Reports

@Suite struct HistoryBuilderTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "history-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? ["/"]).sorted()
  }

  @Test func everyCaseGetsAPictureItsDataAndItsScript() throws {
    try withFolder { folder in
      let watched =
        InventedHistory.series("f1 naive'bayes", [0.5, 0.5, 0.4], unit: "", kind: .quality)
        + InventedHistory.series("f1 naive'bayes", [0.5], unit: "", environment: "other")
        + InventedHistory.series("model-bytes x", InventedHistory.steps)
        + InventedHistory.series("zero", [0, 0])
      var drawn: [String] = []
      let page = try HistoryBuilder().build(watched, into: "\(folder)/h", command: "made") {
        drawn.append($0)
      }
      #expect(page == "\(folder)/h/index.html")
      let cases = [
        "case-f1-naive-bayes", "case-f1-naive-bayes-2", "case-model-bytes-x", "case-zero",
      ]
      #expect(drawn == cases)
      let expected = cases.flatMap { name in ["gp", "png", "svg", "tsv"].map { "\(name).\($0)" } }
      #expect(
        Set(names(in: "\(folder)/h")) == Set(expected + [".nightlight-history", "index.html"]))
      #expect(names(in: folder) == ["h"], "nothing is left beside it")
      let text = try String(contentsOfFile: page, encoding: .utf8)
      for link in text.matches(of: /href="([^"#:]+)"/) {
        #expect(FileManager.default.fileExists(atPath: "\(folder)/h/\(link.output.1)"))
      }
      #expect(!text.contains("src=") && text.contains("prefers-color-scheme:dark"))
      let ids = text.matches(of: /\ id=["']([^"']+)["']/).map { String($0.output.1) }
      #expect(Set(ids).count == ids.count)
    }
  }

  @Test func aFolderOfItsOwnIsReplacedAndNoOther() throws {
    try withFolder { folder in
      let watched = InventedHistory.series("a", [1, 1])
      try HistoryBuilder().build(watched, into: "\(folder)/h", command: "made")
      try HistoryBuilder().build(
        InventedHistory.series("b", [1, 1]), into: "\(folder)/h", command: "made")
      #expect(names(in: "\(folder)/h").contains("case-b.svg"))
      #expect(!names(in: "\(folder)/h").contains("case-a.svg"))
      #expect(throws: ReportError.notAReport(path: folder)) {
        try HistoryBuilder().build(watched, into: folder, command: "made")
      }
    }
  }

  @Test func anInterruptionLeavesTheOldFolder() throws {
    struct Stop: Error {}
    try withFolder { folder in
      let watched = InventedHistory.series("a", [1, 1])
      try HistoryBuilder().build(watched, into: "\(folder)/h", command: "made")
      #expect(throws: Stop.self) {
        try HistoryBuilder().build(watched, into: "\(folder)/h", command: "made") { _ in
          throw Stop()
        }
      }
      #expect(names(in: folder) == ["h"])
      #expect(names(in: "\(folder)/h").contains("case-a.svg"))
    }
  }
}

import Store
import Testing

@testable import Reports

@Suite struct SummaryTableTests {
  private func table(_ columns: String) throws -> [String] {
    var corpus = Invented.corpus()
    for index in corpus.tracks.indices {
      corpus.tracks[index].rows.removeAll { $0.run.policy != "threshold" }
    }
    let columns = try SummaryTable.columns(columns, tracks: corpus.tracks.map(\.name))
    return SummaryTable(corpus, columns: columns).markdown.split(separator: "\n").map(String.init)
  }

  @Test func theCeilingComesFirstAndTheFloorLast() throws {
    let lines = try table("f1,auroc")
    #expect(lines.count == 2 + Invented.detectors.count)
    #expect(lines[0] == "| Detector | F1 | AUROC |")
    #expect(lines[2].hasPrefix("| `oracle` (control: ceiling) | 0.929 [0.899, 0.959] |"))
    #expect(lines[3].hasPrefix("| `logistic-regression` | 0.824 [0.794, 0.854] |"))
    #expect(lines.last?.hasPrefix("| `shortcut` (control: floor) |") == true)
  }

  @Test func aColumnMayBeOfAnotherTrack() throws {
    let lines = try table("f1,f1@iid")
    #expect(lines[0] == "| Detector | F1, template-ood | F1, iid |")
    #expect(lines[3] == "| `logistic-regression` | 0.824 [0.794, 0.854] | 0.864 [0.834, 0.894] |")
  }

  @Test func fewerIsBetterWhereTheMetricSaysSo() throws {
    #expect(try table("fpr")[3].hasPrefix("| `logistic-regression` |"))
  }

  @Test(arguments: ["auc", "f1@nowhere", "f1,,auroc"])
  func unknownColumnsAreRefused(text: String) {
    #expect(throws: UnknownColumn.self) {
      try SummaryTable.columns(text, tracks: ["template-ood", "iid"])
    }
  }
}

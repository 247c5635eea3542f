import Testing

@testable import Reports

@Suite struct SeedSpreadTableTextTests {
  private func subject(_ name: String) -> SeedSpreadTable.Subject {
    .init(detector: name, policy: "threshold", view: "full", objective: "f1")
  }

  private var table: SeedSpreadTable {
    func spread(_ base: Double) -> SeedSpread {
      SeedSpread([
        .init(corpus: 1, training: 1, value: base - 0.1),
        .init(corpus: 1, training: 2, value: base + 0.1),
        .init(corpus: 2, training: 1, value: base + 0.1),
        .init(corpus: 2, training: 2, value: base + 0.1),
      ])
    }
    return SeedSpreadTable(
      recipe: "everyday", split: "test", corpusSeeds: [1, 2],
      spreads: [
        subject("lexicon"): ["f1": spread(0.4), "p99_ns": spread(900)],
        subject("naive-bayes"): ["f1": spread(0.6)],
      ])
  }

  @Test func peopleReadTheBestMeanFirst() {
    let text = table.text(.markdown)
    #expect(text.hasPrefix("### Spread over seeds: everyday · template-ood\n\nCorpus seeds 1, 2."))
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    #expect(
      Array(rows) == [
        "| naive-bayes | threshold | full | f1 | f1 | 0.650 | 0.071 | 0.100 | 0.500 | 0.700 | 2 | 2 |",
        "| lexicon | threshold | full | f1 | f1 | 0.450 | 0.071 | 0.100 | 0.300 | 0.500 | 2 | 2 |",
      ])
    #expect(text.contains("does not estimate accuracy in the field"))
  }

  @Test func machinesReadEveryMetricOfTheContract() {
    let csv = table.text(.csv).split(separator: "\r\n")
    #expect(csv.count == 4)
    #expect(csv[0].hasPrefix("corpus,track,detector,policy,view,objective,metric,mean,mean_low"))
    #expect(csv.contains { $0.contains(",lexicon,threshold,full,f1,p99_ns,900.05") })
    #expect(table.text(.json).hasPrefix(#"{"corpus":"everyday","track":"template-ood","rows":[{"#))
    #expect(table.text(.latex).contains("\\begin{tabular}{lllllrrrrrrr}"))
  }

  @Test func severalTablesAreOneDocument() {
    let csv = SeedSpreadTable.text(of: [table, table], format: .csv)
    #expect(csv.split(separator: "\r\n").count { $0.hasPrefix("corpus,track") } == 1)
    #expect(csv.split(separator: "\r\n").count == 7)
    #expect(SeedSpreadTable.text(of: [table, table], format: .json).hasPrefix("[{"))
    #expect(SeedSpreadTable.text(of: [], format: .json) == "[]\n")
    #expect(SeedSpreadTable.text(of: [], format: .csv).isEmpty)
  }
}

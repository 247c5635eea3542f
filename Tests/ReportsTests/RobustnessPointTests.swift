import Chat
import Evaluation
import Plotting
import Store
import Testing

@testable import Reports

@Suite struct RobustnessPointTests {
  @Test func everyRunOnADerivedCorpusIsPairedWithItsCounterpart() throws {
    try Stored.withWorkbench { workbench in
      let parent = try workbench.corpus(named: "everyday")
      try Stored.derive("noisy", from: parent, in: workbench)
      let data = try ReportData.gather(from: workbench, version: "0.1.0")
      #expect(data.corpora.map(\.record.name) == ["everyday"], "the derived one has no pages")
      let points = data.corpora[0].robustness
      #expect(points.count == 1, "one detector ran on it")
      let point = try #require(points.first)
      #expect(point.corpus == "noisy" && point.derivation.kind == "typos")
      #expect(point.noisy.run.corpus == "noisy" && point.clean.run.corpus == "everyday")
      let f1 = try #require(point.differences.first { $0.name == "f1" })
      #expect(try #require(f1.value) < 0, "14 wrong with noise, 3 without")
      #expect(f1.high.map { $0 < 0 } ?? false)
      let alone = try ReportData.gather(from: workbench, corpus: "noisy", version: "0.1.0")
      #expect(alone.corpora.map(\.record.name) == ["noisy"], "asked for by name")
    }
  }
}

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

  @Test func aKindOfNoiseIsACurveFromTheCleanCorpusOn() throws {
    var corpus = Invented.corpus()
    corpus.robustness = [("typos", "0.01"), ("typos", "0.05"), ("case", "upper")].map {
      kind, level in
      Invented.point(kind, level)
    }
    let kinds = RobustnessPoint.kinds(of: corpus.robustness, split: "test")
    #expect(kinds.map(\.name) == ["typos", "case"])
    #expect(kinds.map(\.isCurve) == [true, false])
    let plot = kinds[0].plot(corpus: corpus, track: corpus.tracks[0])
    #expect(plot.name == "test-robustness-typos")
    #expect(plot.series.count == 1 && plot.series[0].points.map(\.x) == [0, 0.01, 0.05])
    #expect(RobustnessPoint.kinds(of: corpus.robustness, split: "test-iid").isEmpty)
    let table = ReportTable.robustness(corpus: corpus, track: corpus.tracks[0])
    #expect(table.rows.count == 3)
    #expect(
      table.rows[0].cells.prefix(4).map(\.text) == ["typos", "0.01", "linear-svm", "threshold"])
    #expect(table.rows[0].cells[5].text == "−0.100")
    #expect(ReportTable.robustness(corpus: corpus, track: corpus.tracks[1]).rows.isEmpty)
    #expect(table.absence.contains("make robustness"))
  }
}

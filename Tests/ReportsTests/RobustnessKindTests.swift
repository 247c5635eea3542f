import Chat
import Evaluation
import Plotting
import Store
import Testing

@testable import Reports

@Suite struct RobustnessKindTests {
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

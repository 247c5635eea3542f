import Evaluation
import Store
import Testing

@testable import Reports

@Suite struct LeaderboardTableTests {
  private func table(_ change: (inout TrackReport) -> Void = { _ in }) -> LeaderboardTable {
    var track = Invented.track("test")
    change(&track)
    return LeaderboardTable(corpus: "everyday", track: track)
  }

  @Test func rowsGoFromTheBestHeadlineDown() {
    let table = table()
    #expect(table.headline.name == "f_latency_onset")
    let values = table.rows.map { $0.value("f_latency_onset") ?? -1 }
    #expect(values == values.sorted(by: >))
    #expect(table.track == "template-ood")
    #expect(table.split == "test")
  }

  @Test func withoutOnsetF1Decides() {
    let table = table { track in
      for index in track.rows.indices { track.rows[index].metrics["f_latency_onset"] = nil }
    }
    #expect(table.headline.name == "f1")
    #expect(table.rows.first?.run.detector == "oracle")
    #expect(table.summary.contains("sorted by F1"))
  }

  @Test func rowsWithoutTheHeadlineComeLast() {
    let table = table { $0.rows[0].metrics = [:] }
    #expect(table.rows.last?.run.detector == "lexicon")
    #expect(table.rows.last?.run.policy == "threshold")
  }

  @Test func theBestIsNoControl() {
    #expect(table().rows.first?.run.detector == "oracle")
    #expect(table().best?.run.detector == "logistic-regression")
    let controls = table { $0.rows.removeAll { !$0.isControl } }
    #expect(controls.best == nil)
    #expect(!controls.isNearBest(controls.rows[0]))
  }

  @Test func nearTheBestIsWhoseIntervalOverlapsItsInterval() {
    let table = table()
    let near = Set(table.rows.filter(table.isNearBest).map(\.run.detector))
    #expect(near == ["logistic-regression", "linear-svm", "sk-logreg"])
  }

  @Test func intervalsThatTouchOverlap() {
    func row(_ id: Int, _ low: Double, _ high: Double) -> ResultRow {
      var row = Invented.row(Invented.detectors[0], id: id)
      row.metrics["f_latency_onset"] = MetricValue(
        "f_latency_onset", (low + high) / 2, low: low, high: high, count: 1)
      return row
    }
    let rows = [row(1, 0.8, 0.9), row(2, 0.7, 0.8), row(3, 0.6, 0.7999)]
    let table = LeaderboardTable(corpus: "c", track: TrackReport(split: "test", rows: rows))
    #expect(table.rows.map(table.isNearBest) == [true, true, false])
  }

  @Test func withoutIntervalsOnlyTheBestIsNearItself() {
    let table = table { track in
      for index in track.rows.indices {
        track.rows[index].metrics["f_latency_onset"]?.low = nil
      }
    }
    #expect(table.rows.filter(table.isNearBest).count == 1)
  }

  @Test func controlsSayWhatTheyAre() {
    let labels = Set(table().rows.filter(\.isControl).map(LeaderboardTable.label))
    #expect(labels == ["oracle (control: ceiling)", "shortcut (control: floor)"])
  }

  @Test func aConventionIsMarked() {
    var row = Invented.row(Invented.detectors[0])
    row.metrics["precision"] = MetricValue("precision", 0, count: 9, isUndefined: true)
    #expect(
      LeaderboardTable.cell(row, Metric.named("precision")).value == "0.000 (undefined)")
    row.metrics["precision"] = nil
    #expect(LeaderboardTable.cell(row, Metric.named("precision")).value == "—")
  }
}

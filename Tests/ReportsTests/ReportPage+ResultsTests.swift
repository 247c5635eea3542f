import Evaluation
import Pages
import Store
import Testing

@testable import Reports

@Suite struct ReportPageResultsTests {
  private let page = ReportPage(data: Invented.data("everyday"), figures: [])

  private func leaderboard(_ track: TrackReport) -> String {
    page.leaderboard(LeaderboardTable(corpus: "everyday", track: track)).rendered
  }

  @Test func aRowOfTheLeaderboard() {
    var row = Invented.row(Invented.detectors[3])
    row.metrics = row.metrics.filter { ["f_latency_onset", "p99_ns"].contains($0.key) }
    let text = leaderboard(TrackReport(split: "test", rows: [row]))
    #expect(
      text.contains(
        """
        <tbody><tr class="band"><th scope="row" data-sort="logistic-regression">\
        <a href="detectors/logistic-regression.html">logistic-regression</a>\
        <span class="tag"> best</span></th>\
        <td class="number" data-sort="0.82">0.820<span class="detail">[0.790, 0.850]</span></td>\
        <td class="number" data-sort="">—</td>
        """))
    #expect(text.contains("<td class=\"number\" data-sort=\"5200\">5.20 µs</td>"))
    #expect(
      text.contains("The same in all rows: policy: threshold; view: full; objective: f1; "))
  }

  @Test func whatDiffersHasAColumn() {
    let text = leaderboard(Invented.track("test"))
    #expect(text.contains("<span class=\"title\">Policy</span>"))
    #expect(!text.contains("<span class=\"title\">Objective</span>"))
    #expect(text.contains("<td>skepticism</td>"))
  }

  @Test func controlsNearBestAndStrangersAreMarked() {
    let text = leaderboard(Invented.track("test"))
    #expect(text.count(of: "<tr class=\"control\">") == 4)
    #expect(text.count(of: "<tr class=\"band\">") == 6)
    #expect(text.contains("<span class=\"tag\"> control: ceiling</span>"))
    #expect(text.count(of: " not distinguishable</span>") == 5)
    #expect(text.count(of: "<span class=\"tag\"> external</span>") == 2)
    #expect(text.contains("the simple form"))
  }

  @Test func anImportedResultIsSelfReported() {
    var row = Invented.row(Invented.detectors[0])
    row.run.detectorKind = .imported
    #expect(
      leaderboard(TrackReport(split: "test", rows: [row])).contains("imported, self-reported"))
  }

  @Test func floorAndCeilingAreNamedWithTheirValues() {
    let text = page.floorAndCeiling(Invented.track("test")).rendered
    #expect(text.contains("Floor: shortcut sees no words"))
    #expect(text.contains("Here: AUROC 0.524 [0.504, 0.544]."), "shortcut: 0.5 + 0.49 · 0.05")
    #expect(text.contains("Ceiling: oracle is fitted on the gold acts"))
    let none = page.floorAndCeiling(TrackReport(split: "test", rows: [])).rendered
    #expect(none.contains("shortcut, which sees no words, has no run on this track."))
    #expect(none.contains("oracle, which sees the gold acts, has no run on this track."))
  }

  @Test func runsSayWhatDecidedThem() {
    let text = page.runs(Invented.track("test")).rendered
    #expect(text.contains("<td>{&quot;C&quot;:1}</td>"))
    #expect(text.contains("<td>{&quot;threshold&quot;:0.5}</td>"))
  }
}

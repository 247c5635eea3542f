import Evaluation
import Store
import Testing

@testable import Reports

@Suite struct LeaderboardTableLaTeXTests {
  @Test func everyCommandCharacterIsEscaped() {
    #expect(
      LeaderboardTable.latexEscaped("a_b & 5 % #1 $x {y} ~ ^ \\ <z> | \"q\"\n—µβ−")
        == "a\\_b \\& 5 \\% \\#1 \\$x \\{y\\} \\textasciitilde{} \\textasciicircum{} "
        + "\\textbackslash{} \\textless{}z\\textgreater{} \\textbar{} ''q'' ---$\\mu$$\\beta$$-$")
  }

  @Test func theTableHasBooktabsRulesAndMarks() {
    let table = LeaderboardTable(corpus: "every_day", track: Invented.track("test"))
    let text = table.latex
    for part in [
      "\\usepackage{booktabs}", "\\toprule", "\\midrule", "\\bottomrule",
      "\\caption{every\\_day. ", "\\textbf{0.830}", "linear-svm$^{*}$ & skepticism",
      "\\textit{oracle} & skepticism", "{\\scriptsize control: ceiling}",
      "{\\scriptsize [0.800, 0.860]}", "5.20 $\\mu$s",
      "\\shortstack[r]{F-latency \\\\ from onset \\\\ \\scriptsize m = 90, p ",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("logistic-regression$^{*}$ & skepticism"), "the best is bold instead")
  }

  @Test func everyRowHasAsManyCellsAsColumns() {
    let text = LeaderboardTable(corpus: "c", track: Invented.track("test")).latex
    let rows = text.split(separator: "\n").filter { $0.hasSuffix("\\\\") }
    #expect(rows.count == 1 + 2 * 18, "a row for values, one for intervals")
    #expect(Set(rows.map { $0.count { $0 == "&" } }) == [9])
    #expect(text.contains("\\begin{tabular}{llrrrrrrrr}"))
    #expect(text.count { $0 == "{" } == text.count { $0 == "}" })
  }

  @Test func aConventionHasADagger() {
    var row = Invented.row(Invented.detectors[0])
    row.metrics["precision"] = MetricValue("precision", 0, count: 9, isUndefined: true)
    let text = LeaderboardTable(
      corpus: "c", track: TrackReport(split: "test", rows: [row])
    ).latex
    #expect(text.contains(" & 0.000$^{\\dagger}$ & "))
  }

  @Test func severalViewsHaveAColumn() {
    var track = Invented.track("test")
    track.rows[0].run.view = "meta_data"
    let text = LeaderboardTable(corpus: "c", track: track).latex
    #expect(text.contains("\\begin{tabular}{lllrrrrrrrr}"))
    #expect(text.contains("& meta\\_data &"))
  }
}

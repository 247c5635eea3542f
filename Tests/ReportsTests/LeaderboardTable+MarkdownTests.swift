import Evaluation
import Store
import Testing

@testable import Reports

@Suite struct LeaderboardTableMarkdownTests {
  @Test func snapshot() {
    var row = Invented.row(Invented.detectors[0])
    row.metrics = row.metrics.filter { ["f_latency_onset", "f1", "p99_ns"].contains($0.key) }
    row.metrics["precision"] = MetricValue("precision", 0, count: 9, isUndefined: true)
    let control = Invented.row(Invented.detectors[7], id: 2)
    let table = LeaderboardTable(
      corpus: "a|b <c>", track: TrackReport(split: "test", rows: [row, control]))
    let lines = table.markdown.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "### a\\|b &lt;c> · template-ood")
    #expect(
      lines[2] == """
        Track template-ood (split test); unit: conversation; n = 1,000 conversations, 333 of them \
        grooming; sorted by F-latency from onset, best first; 95 % cluster bootstrap intervals.
        """)
    #expect(
      lines[4] == """
        | Detector | Policy | View | Objective | Coverage | F-latency from onset (m = 90, p = ln 3 \
        / 89) | F1 (β = 1) | Precision | Recall | Average precision | AUROC | False alerts \
        (per 1,000 benign conversations) | Median delay (messages from onset) | p99 (per message) | \
        Throughput (messages per second) | Premature (share with an alert before onset) |
        """)
    #expect(
      lines[5]
        == "|---|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    #expect(
      lines[6] == """
        | lexicon ● | threshold | full | f1 | 1.000 | 0.350 [0.320, 0.380] | \
        0.495 [0.465, 0.525] | 0.000 (undefined) | — | — | — | — | — | 900 ns | — | — |
        """)
    #expect(lines[7].hasPrefix("| shortcut (control: floor) | threshold | full | f1 | 1.000 | "))
    #expect(table.markdown.contains("does not estimate accuracy in the field"))
    #expect(table.markdown.contains("tanh(p(l − 1)/2)"))
  }

  @Test func everyLineOfTheTableHasAsManyCells() {
    let table = LeaderboardTable(corpus: "c", track: Invented.track("test"))
    let lines = table.markdown.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(lines.count == 20)
    #expect(Set(lines.map { $0.count { $0 == "|" } }).count == 1)
  }

  @Test func noNameBecomesMarkup() {
    #expect(
      LeaderboardTable.markdownEscaped("a|b`c*d[e]<f>&g\\h\ni")
        == "a\\|b\\`c\\*d\\[e\\]&lt;f>&amp;g\\\\h i")
  }
}

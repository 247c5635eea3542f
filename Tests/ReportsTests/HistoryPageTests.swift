import Benchmarking
import Testing

@testable import Reports

@Suite struct HistoryPageTests {
  private func page(_ watched: [WatchedSeries]) -> String {
    HistoryPage(
      drawn: watched.enumerated().map {
        .init(
          watched: $0.element, name: "case-\($0.offset)", svg: "<svg></svg>",
          files: ["case-\($0.offset).svg", "case-\($0.offset).tsv"])
      }, command: "nightlight-perf history --output DIR"
    ).rendered
  }

  @Test func stepsStandInATableWithTheirCommitsLevelsAndStates() {
    let text = page(
      InventedHistory.series(
        "<rows>", InventedHistory.steps, unit: "rows",
        states: [
          PerformanceState(
            name: "<rows>", base: InventedHistory.hash(21), state: .accepted,
            why: "5 < 6", date: "2026-11-25T14:00:00Z")
        ]))
    for part in [
      "<code>\(InventedHistory.hash(21).prefix(10))</code>",
      "<code>\(InventedHistory.hash(22).prefix(10))</code>", ">1,000,000 rows<",
      ">1,180,000 rows<", ">+18.0 %<", ">−22.0 %<", ">worse<", ">better<",
      ">accepted: 5 &lt; 6<", ">open<", "&lt;rows&gt;", "href=\"case-0.tsv\"",
      "nightlight-perf history --output DIR",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(!text.contains("<rows>"))
    #expect(!text.contains("class=\"total\""), "the open one is better")
  }

  @Test func anOpenWorseningIsMarked() {
    let text = page(InventedHistory.series("a", [1, 1, 1, 2, 2, 2]))
    #expect(text.contains("<tr class=\"total\">"))
  }

  @Test func withoutAStepThePageSaysSo() {
    #expect(
      page(InventedHistory.series("a", [1, 1, 1])).contains("No case has changed its level."))
  }

  @Test func environmentsAreNamedWhereThereAreSeveral() {
    let one = InventedHistory.series("a", [1, 1])
    let other = InventedHistory.series("a", [1, 1], environment: "0123456789abcdef")
    #expect(!page(one).contains("a on c1a0b2d4"))
    #expect(page(one + other).contains("a on c1a0b2d4"))
    #expect(page(one + other).contains("a on 01234567"))
  }
}

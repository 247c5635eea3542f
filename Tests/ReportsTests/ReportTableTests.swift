import Pages
import Testing

@testable import Reports

@Suite struct ReportTableTests {
  @Test func everyTrackHasItsTables() {
    let tables = ReportTable.all(corpus: "everyday", track: Invented.track("test"))
    #expect(Set(tables.map(\.fileSuffix)).count == tables.count)
    #expect(tables.contains { $0.fileSuffix == "reviewer-load" && !$0.rows.isEmpty })
    #expect(tables.allSatisfy { $0.corpus == "everyday" && $0.track == "template-ood" })
    for table in tables {
      #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count })
      #expect(Set(table.columns.map(\.name)).count == table.columns.count)
    }
  }

  @Test func aNumberSortsByItsValueAndShowsItsInterval() {
    let table = ReportTable(
      corpus: "c", track: "iid", fileSuffix: "s", title: "T", caption: "C",
      columns: [
        ReportTable.Column(name: "a", title: "A"),
        ReportTable.Column(name: "b", title: "B", isNumeric: true),
      ],
      rows: [
        ReportTable.Row(
          cells: [
            ReportTable.Cell(text: "x"),
            ReportTable.Cell(text: "0.250", value: 0.25, low: 0.2, high: 0.3),
          ], style: "control")
      ])
    #expect(
      table.html.rendered.contains(
        "data-sort=\"0.25\">0.250<span class=\"detail\">[0.200, 0.300]</span>"))
    #expect(table.html.rendered.contains("<tr class=\"control\">"))
  }
}

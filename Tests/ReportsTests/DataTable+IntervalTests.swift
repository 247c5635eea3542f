import Pages
import Testing

@testable import Reports

@Suite struct DataTableIntervalTests {
  private func page(_ cell: DataTable.Cell) -> String {
    DataTable(
      caption: "c", columns: [DataTable.Column("x", detail: nil, isNumeric: true)],
      rows: [DataTable.Row([cell], style: nil)], isSortable: true
    ).html.rendered
  }

  @Test func theIntervalStandsBelowAndTheValueSorts() {
    let html = page(DataTable.Cell("≥ 0.500", interval: "[0.400, 0.600]", value: 0.5))
    #expect(html.contains("≥ 0.500"))
    #expect(html.contains("<span class=\"detail\">[0.400, 0.600]</span>"))
    #expect(html.contains("0.5\""))
  }

  @Test func withoutIntervalThereIsNoSecondLine() {
    #expect(!page(DataTable.Cell("—", interval: nil, value: nil)).contains("class=\"detail\""))
  }
}

import Testing

@testable import Pages

@Suite struct DataTableTests {
  @Test func captionScopesAndSortKeys() {
    let table = DataTable(
      caption: "F1 per <detector>",
      columns: [
        DataTable.Column("Detector"), DataTable.Column("F1", detail: "β = 1", isNumeric: true),
      ],
      rows: [
        DataTable.Row(
          [
            DataTable.Cell("lexicon"),
            DataTable.Cell(["0.5", .element("b", ["!"])], sortKey: "0.5"),
          ], style: "band")
      ], isSortable: true)
    #expect(
      table.html.rendered == """
        <div class="scroll" tabindex="0" role="region" aria-label="F1 per &lt;detector&gt;">\
        <table class="sortable"><caption>F1 per &lt;detector&gt;</caption>
        <thead><tr><th scope="col"><span class="title">Detector</span></th>\
        <th scope="col" class="number"><span class="title">F1</span>\
        <span class="detail">β = 1</span></th></tr>
        </thead>
        <tbody><tr class="band"><th scope="row">lexicon</th>\
        <td class="number" data-sort="0.5">0.5<b>!</b></td></tr>
        </tbody>
        </table>
        </div>

        """)
  }

  @Test func aTableThatDoesNotSortHasNoClass() {
    let table = DataTable(caption: "c", columns: [DataTable.Column("a")], rows: [])
    #expect(table.html.rendered.contains("<table><caption>c</caption>"))
  }

  @Test func aRowOfAnotherWidthIsAProgrammingError() async {
    await #expect(processExitsWith: .failure) {
      let row = DataTable.Row([DataTable.Cell("a"), DataTable.Cell("b")])
      _ = DataTable(caption: "c", columns: [DataTable.Column("a")], rows: [row]).html
    }
  }
}

import Evaluation
import Pages
import Store

extension ReportPage {
  /// A table of the report with links to its files.
  func section(_ table: ReportTable, address: String?) -> HTML {
    let heading = HTML.element("h3", [.text(table.title)])
    guard !table.rows.isEmpty else {
      return .fragment([
        heading,
        .element("p", ["class": "note"], ["No run has the predictions that this table shows."]),
      ])
    }
    return .fragment([
      heading, table.html,
      links(address.map { "\($0)-\(table.fileSuffix)" }, "The table with every digit"),
    ])
  }

  /// Every result again on the conversations that hold no withheld content.
  func withheld(_ track: TrackReport) -> HTML {
    let heading = HTML.element("h3", ["Without withheld content"])
    let plotted = track.plotted.filter { !$0.row.withoutWithheld.isEmpty }
    guard let first = plotted.first else {
      return .fragment([
        heading,
        .element(
          "p", ["class": "note"],
          ["No conversation of this split that a run scored holds the token for withheld content."]),
      ])
    }
    let knowsOnset = plotted.contains { $0.row.value("f_latency_onset") != nil }
    let metrics = ["average_precision", "f1", knowsOnset ? "f_latency_onset" : "f_latency"]
      .map(Metric.named)
    let columns =
      [DataTable.Column("Detector")]
      + metrics.flatMap { metric in
        ["all", "without", "difference"].map {
          DataTable.Column(metric.title, detail: $0, isNumeric: true)
        }
      }
    let rows = plotted.map { plotted in
      let cells = metrics.flatMap { metric -> [DataTable.Cell] in
        let all = plotted.row.value(metric.name)
        let without = plotted.row.withoutWithheld[metric.name]?.value
        let difference = all.flatMap { all in without.map { $0 - all } }
        return [
          number(all, NumberText.value(all, .rate)),
          number(without, NumberText.value(without, .rate)),
          number(difference, NumberText.signed(difference)),
        ]
      }
      return DataTable.Row(
        [DataTable.Cell(plotted.label)] + cells, style: plotted.row.isControl ? "control" : nil)
    }
    let count = first.row.withoutWithheldCount
    return .fragment([
      heading,
      DataTable(
        caption: "A message that a corpus must not hold is only ever the token [content-withheld]; "
          + "it stands in harmless talk too, at a matched rate. The same runs on the "
          + "\(NumberText.grouped(count)) of \(NumberText.grouped(first.row.count)) conversations "
          + "without it: a detector that lives on the token falls here.",
        columns: columns, rows: rows, isSortable: true
      ).html,
    ])
  }
}

import Evaluation
import Pages
import Store

extension ReportPage {
  /// The leaderboard's headline for every pair of scorer and policy.
  func policies(_ track: TrackReport, _ corpus: Int) -> HTML {
    let heading = HTML.element("h3", ["Scorers and stop policies"])
    let table = PolicyTable(track)
    guard table.policies.count > 1 else {
      return .fragment([
        heading, .element("p", ["class": "note"], ["Only one stop policy has run."]),
      ])
    }
    let rows = table.rows.map { row in
      let best = row.cells.compactMap { $0?.value(table.metric.name) }.max()
      return DataTable.Row(
        [DataTable.Cell(row.detector)] + row.cells.map { policyCell($0, table.metric, best) },
        style: row.isControl ? "control" : nil)
    }
    return .fragment([
      heading,
      DataTable(
        caption: "\(table.metric.title) with its interval, and below it the false alerts per 1,000 "
          + "benign conversations and the median delay from onset in messages; the best policy of "
          + "each scorer in bold. — stands where a policy needs what the scorer does not give, such "
          + "as a stage. Full view. Unit: conversation.",
        columns: [DataTable.Column("Detector")]
          + table.policies.map { DataTable.Column($0, isNumeric: true) },
        rows: rows, isSortable: true
      ).html,
      links(corpus, "\(track.split)-policies", "The table with every digit"),
    ])
  }

  private func policyCell(_ row: ResultRow?, _ metric: Metric, _ best: Double?) -> DataTable.Cell {
    guard let row else { return DataTable.Cell(NumberText.none, sortKey: "") }
    let (value, interval) = LeaderboardTable.cell(row, metric)
    let isBest = best != nil && row.value(metric.name) == best
    let alerts = NumberText.value(row.value("false_alerts_per_1000"), .perThousand)
    let delay = NumberText.value(row.value("delay_median"), .messages)
    return DataTable.Cell(
      [
        isBest ? .element("strong", [.text(value)]) : .text(value),
        .element("span", ["class": "detail"], [.text(interval ?? "")]),
        .element("span", ["class": "detail"], [.text("\(alerts) · \(delay)")]),
      ], sortKey: row.value(metric.name).map { JSONText.number($0) } ?? "")
  }
}

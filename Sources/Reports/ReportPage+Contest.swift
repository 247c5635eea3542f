import Evaluation
import Pages
import Store

extension ReportPage {
  /// The leaderboard's headline for every pair of scorer and policy.
  func policies(_ track: TrackReport) -> HTML {
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

  /// What each view costs, against the full one.
  func views(_ track: TrackReport) -> HTML {
    let heading = HTML.element("h3", ["Views: the price of reading less"])
    guard !track.prices.isEmpty else {
      return .fragment([
        heading,
        .element(
          "p", ["class": "note"], ["No detector has run with the full view and with another one."]),
      ])
    }
    let metrics = ViewPrice.metrics.map(Metric.named)
    let columns =
      [
        DataTable.Column("Detector"), DataTable.Column("View"), DataTable.Column("Policy"),
      ]
      + metrics.flatMap { metric in
        [
          DataTable.Column(metric.title, detail: "with the view", isNumeric: true),
          DataTable.Column(
            "Δ \(metric.title)", detail: metric.style == .messages ? "messages" : "view − full",
            isNumeric: true),
        ]
      }
    let rows = track.prices.map { price in
      DataTable.Row(
        [price.row.run.detector, price.row.run.view, price.row.run.policy].map {
          DataTable.Cell($0)
        }
          + zip(metrics, price.differences).flatMap { metric, difference in
            [
              number(
                price.row.value(metric.name),
                NumberText.value(price.row.value(metric.name), metric.style)),
              differenceCell(difference, metric),
            ]
          }, style: price.row.isControl ? "control" : nil)
    }
    return .fragment([
      heading,
      DataTable(
        caption: "The same conversations with less to read: end-to-end encryption leaves "
          + "metadata (author, length, time); hashed replaces every word by a salted hash; redacted "
          + "hides numbers, links and names; profile adds each side's claimed age band; last-k "
          + "rests on the latest 20 messages; reported on one message at a moment drawn "
          + "evenly and the four before it, a lower bound for a child that reports a telling one. "
          + "Differences with their paired 95 % cluster bootstrap interval; one that holds 0 tells "
          + "nothing. Unit: conversation.", columns: columns, rows: rows, isSortable: true
      ).html,
    ])
  }

  private func differenceCell(_ difference: MetricValue, _ metric: Metric) -> DataTable.Cell {
    let text =
      metric.style == .messages
      ? difference.value.map { ($0 < 0 ? "−" : "+") + NumberText.fixed(abs($0), 1) }
        ?? NumberText.none : NumberText.signed(difference.value)
    var content: [HTML] = [.text(text)]
    if let low = difference.low, let high = difference.high {
      let ends = [low, high].map {
        metric.style == .messages ? NumberText.fixed($0, 1) : NumberText.fixed($0, 3)
      }
      content.append(
        .element("span", ["class": "detail"], [.text("[\(ends[0]), \(ends[1])]")]))
    }
    return DataTable.Cell(content, sortKey: difference.value.map { JSONText.number($0) } ?? "")
  }
}

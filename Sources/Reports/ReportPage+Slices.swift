import Evaluation
import Pages
import Store

extension ReportPage {
  /// False alerts per thousand benign conversations, by scenario.
  func falseAlerts(_ track: TrackReport) -> HTML {
    let heading = HTML.element("h3", ["False alerts by scenario"])
    let plotted = track.plotted.filter { !$0.row.falseAlerts.isEmpty }
    guard let first = plotted.first else {
      return .fragment([
        heading, .element("p", ["class": "note"], ["No run has predictions of benign chat."]),
      ])
    }
    let columns =
      [
        DataTable.Column("Scenario"), DataTable.Column("Kind"),
        DataTable.Column("Benign", detail: "conversations", isNumeric: true),
      ] + plotted.map { DataTable.Column($0.label, isNumeric: true) }
    var rows = first.row.falseAlerts.map { slice in
      row(slice.scenario, slice.kind, plotted) {
        $0.scenario == slice.scenario && $0.kind == slice.kind
      }
    }
    for kind in Set(first.row.falseAlerts.map(\.kind)).sorted().reversed() {
      rows.insert(row("all", kind, plotted) { $0.kind == kind }, at: 0)
    }
    return .fragment([
      heading,
      DataTable(
        caption: "Flagged per 1,000 benign conversations, with the number flagged below. 0 of n is "
          + "no rate of 0: the upper 95 % bound is about 3,000 / n per 1,000. Unit: conversation.",
        columns: columns, rows: rows, isSortable: true
      ).html,
    ])
  }

  private func row(
    _ scenario: String, _ kind: String, _ plotted: [TrackReport.PlottedRow],
    where matches: (FalseAlertCount) -> Bool
  ) -> DataTable.Row {
    let counts = plotted.map { plotted in
      plotted.row.falseAlerts.filter(matches).reduce(
        FalseAlertCount(scenario: scenario, kind: kind, benign: 0, alerts: 0)
      ) { sum, count in
        FalseAlertCount(
          scenario: scenario, kind: kind, benign: sum.benign + count.benign,
          alerts: sum.alerts + count.alerts)
      }
    }
    let cells = counts.map { count in
      DataTable.Cell(
        [
          .text(NumberText.value(count.perThousand, .perThousand)),
          .element("span", ["class": "detail"], [.text(NumberText.grouped(count.alerts))]),
        ], sortKey: count.perThousand.map { JSONText.number($0) } ?? "")
    }
    let benign = counts.first?.benign ?? 0
    return DataTable.Row(
      [
        DataTable.Cell(scenario), DataTable.Cell(kind),
        DataTable.Cell(NumberText.grouped(benign), sortKey: "\(benign)"),
      ] + cells, style: scenario == "all" ? "total" : nil)
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

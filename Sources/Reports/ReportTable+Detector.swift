import Evaluation
import Store

extension ReportTable {
  /// Where one detector raises false alarms: families by their rate, the worst first.
  static func families(corpus: String, track: TrackReport, row: ResultRow) -> ReportTable {
    let rates = row.falseAlerts.map { family in
      (family, ScaledRate(events: family.alerts, trials: family.benign, scale: 1000))
    }
    let sorted = rates.sorted { a, b in
      let (x, y) = (a.1.value ?? 0, b.1.value ?? 0)
      return x != y ? x > y : (a.0.kind, a.0.scenario) < (b.0.kind, b.0.scenario)
    }
    return ReportTable(
      corpus: corpus, track: track.name,
      fileSuffix: "families-\(FileNames.plain(row.run.detector))",
      title: "False alarms by family, the worst first",
      caption:
        "Flagged per 1,000 benign conversations of the family, with 95 % Wilson intervals, at "
        + "the run's own operating point. Unit: conversation.",
      columns: [
        Column(name: "scenario", title: "Scenario"), Column(name: "kind", title: "Kind"),
        Column(name: "benign", title: "Benign", detail: "conversations", isNumeric: true),
        Column(name: "alerts", title: "Flagged", isNumeric: true),
        Column(name: "per_1000", title: "Per 1,000", isNumeric: true),
      ],
      rows: sorted.map { family, rate in
        Row(cells: [
          Cell(text: family.scenario), Cell(text: family.kind), count(family.benign),
          count(family.alerts), self.rate(rate),
        ])
      })
  }
}

import Evaluation
import Store

extension ReportTable {
  /// False alerts per thousand benign conversations: scenario families down, detectors across.
  static func falseAlarms(corpus: String, track: TrackReport) -> ReportTable {
    let plotted = track.plotted.filter { !$0.row.falseAlerts.isEmpty }
    let families = plotted.first?.row.falseAlerts ?? []
    var rows = families.map { family in
      row(family.scenario, family.kind, plotted) {
        $0.scenario == family.scenario && $0.kind == family.kind
      }
    }
    for kind in Set(families.map(\.kind)).sorted().reversed() {
      rows.insert(row("all", kind, plotted, style: "total") { $0.kind == kind }, at: 0)
    }
    return ReportTable(
      corpus: corpus, track: track.name, fileSuffix: "false-alarms",
      title: "False alarms by family",
      caption: "Flagged per 1,000 benign conversations of each scenario family, with 95 % Wilson "
        + "intervals. 0 of n is no rate of 0: the upper bound is about 3,800 / n per 1,000. "
        + "Threshold policy unless named, full view unless named. Unit: conversation.",
      columns: [
        Column(name: "scenario", title: "Scenario"), Column(name: "kind", title: "Kind"),
        Column(name: "benign", title: "Benign", detail: "conversations", isNumeric: true),
      ] + plotted.map { Column(name: $0.label, title: $0.label, isNumeric: true) },
      rows: rows)
  }

  private static func row(
    _ scenario: String, _ kind: String, _ plotted: [TrackReport.PlottedRow],
    style: String? = nil, where matches: (FalseAlertCount) -> Bool
  ) -> Row {
    let rates = plotted.map { plotted in
      let own = plotted.row.falseAlerts.filter(matches)
      return ScaledRate(
        events: own.reduce(0) { $0 + $1.alerts }, trials: own.reduce(0) { $0 + $1.benign },
        scale: 1000)
    }
    let benign = rates.first?.trials ?? 0
    return Row(
      cells: [
        Cell(text: scenario), Cell(text: kind),
        Cell(text: NumberText.grouped(benign), value: Double(benign)),
      ] + rates.map(rate), style: style)
  }
}

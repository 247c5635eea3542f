import Evaluation

extension ReportTable {
  /// Whether scores are probabilities.
  static func calibration(corpus: String, track: TrackReport) -> ReportTable {
    let metrics = ["brier", "log_loss", "ece"].map(Metric.named)
    let rows = track.plotted.filter { $0.row.value("brier") != nil }.map { plotted -> Row in
      let detail = plotted.row.detail
      let failed = detail?.failures.values.reduce(0, +) ?? 0
      let adaptive = detail?.adaptiveCalibrationError
      return Row(
        cells: [Cell(text: plotted.label)]
          + metrics.map { metric(plotted.row, $0) }
          + [Cell(text: NumberText.value(adaptive, .rate), value: adaptive), count(failed)],
        style: plotted.row.isControl ? "control" : nil)
    }
    return ReportTable(
      corpus: corpus, track: track.name, fileSuffix: "calibration", title: "Calibration",
      caption:
        "Lower is better. Scores were calibrated on validation (Platt), whose prevalence the "
        + "test split shares: on other traffic every one of these figures changes. ECE has ten bins of "
        + "equal width, its adaptive form ten of about equal mass. Conversations without a score are "
        + "left out. Unit: conversation.",
      columns: [Column(name: "detector", title: "Detector")]
        + metrics.map {
          Column(name: $0.name, title: $0.title, detail: $0.detail, isNumeric: true)
        } + [
          Column(
            name: "adaptive_ece", title: "Adaptive ECE", detail: "10 bins of equal mass",
            isNumeric: true),
          Column(name: "without_score", title: "Without a score", isNumeric: true),
        ], rows: rows)
  }

  /// A metric of a run.
  static func metric(_ row: ResultRow, _ metric: Metric) -> Cell {
    let result = row.metrics[metric.name]
    return Cell(
      text: LeaderboardTable.cell(row, metric).value, value: row.value(metric.name),
      low: result?.low, high: result?.high, style: metric.style)
  }
}

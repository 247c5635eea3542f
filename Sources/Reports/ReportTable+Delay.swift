import Chat
import Evaluation

extension ReportTable {
  /// When the alerts came, from the onset.
  static func delays(corpus: String, track: TrackReport) -> ReportTable {
    let rows = track.plotted.compactMap { plotted -> Row? in
      guard let delay = plotted.row.detail?.delay else { return nil }
      return Row(
        cells: [Cell(text: plotted.label), share(delay.alertRate)]
          + delay.quantiles.map(messages) + [minutes(delay.medianMinutes)]
          + [delay.premature, delay.caughtWithinTen, delay.beforeCritical, delay.exposed].map(share),
        style: plotted.row.isControl ? "control" : nil)
    }
    let quantiles = zip(DelaySummary.shares, ["q25", "q50", "q75", "q90"]).map { share, name in
      Column(
        name: "delay_\(name)", title: "\(Int(share * 100)) % flagged",
        detail: "messages from onset",
        isNumeric: true)
    }
    return ReportTable(
      corpus: corpus, track: track.name, fileSuffix: "delay", title: "Delay from onset",
      caption: "By Kaplan–Meier: so many messages after the onset that share of the grooming "
        + "conversations has an alert; misses leave the count at their last message and none is left "
        + "out; — where the curve never comes that far. Exposed: of all risky messages (a sign inside "
        + "a critical stage), the share written before the alert; all of them in a miss. Shares with "
        + "95 % Wilson intervals. Threshold policy unless named, full view unless named. Unit: "
        + "grooming conversation of known onset; for exposed, the message.",
      columns: [
        Column(name: "detector", title: "Detector"),
        Column(name: "alert_rate", title: "With an alert", isNumeric: true),
      ] + quantiles + [
        Column(
          name: "delay_minutes", title: "50 % flagged", detail: "time from onset", isNumeric: true),
        Column(name: "premature", title: "Premature", detail: "before onset", isNumeric: true),
        Column(
          name: "within_10", title: "Within 10", detail: "messages from onset", isNumeric: true),
        Column(
          name: "before_critical", title: "Before the first critical stage", isNumeric: true),
        Column(name: "exposed", title: "Exposed", detail: "of risky messages", isNumeric: true),
      ], rows: rows)
  }

  /// In which stage the alerts came.
  static func alertStages(corpus: String, track: TrackReport) -> ReportTable {
    let plotted = track.plotted.filter { !($0.row.detail?.delay?.stages.isEmpty ?? true) }
    return ReportTable(
      corpus: corpus, track: track.name, fileSuffix: "alert-stages",
      title: "Stage of the message that raised the alert",
      caption:
        "Alerts in grooming conversations by the true stage of the message that raised them. "
        + "Unit: grooming conversation with an alert.",
      columns: [Column(name: "detector", title: "Detector")]
        + Stage.allCases.map {
          Column(name: $0.rawValue, title: $0.rawValue, isNumeric: true)
        },
      rows: plotted.map { plotted in
        Row(
          cells: [Cell(text: plotted.label)]
            + Stage.allCases.map { count(plotted.row.detail?.delay?.stages[$0] ?? 0) },
          style: plotted.row.isControl ? "control" : nil)
      })
  }

  /// A share with its interval.
  static func share(_ rate: ScaledRate) -> Cell {
    Cell(
      text: NumberText.value(rate.value, .rate), value: rate.value, low: rate.low, high: rate.high)
  }

  private static func messages(_ count: Int?) -> Cell {
    count.map { self.count($0) } ?? Cell(text: NumberText.none)
  }

  private static func minutes(_ count: Int?) -> Cell {
    guard let count else { return Cell(text: NumberText.none) }
    let text =
      count < 120
      ? "\(count) min"
      : count < 48 * 60 ? "\(count / 60) h" : "\(NumberText.grouped(count / (24 * 60))) d"
    return Cell(text: text, value: Double(count))
  }
}

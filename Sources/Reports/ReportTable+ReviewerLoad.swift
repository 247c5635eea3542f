import Evaluation
import Store

extension ReportTable {
  /// What the alerts of every detector are worth at real base rates, and what they cost to review.
  static func reviewerLoad(corpus: String, track: TrackReport) -> ReportTable {
    let shares = ["5 %", "1 %", "0.1 %", "0.01 %"]
    let names = ["0_05", "0_01", "0_001", "0_0001"]
    var columns = [Column(name: "detector", title: "Detector")]
    columns += zip(shares, names).map { share, name in
      Column(name: "ppv_\(name)", title: "PPV", detail: "π = \(share)", isNumeric: true)
    }
    columns += zip(shares, names).map { share, name in
      Column(
        name: "alerts_per_true_\(name)", title: "Alerts per true one", detail: "π = \(share)",
        isNumeric: true)
    }
    columns += [
      Column(name: "reviews_recall_0_8", title: "Reviews", detail: "to R = 0.8", isNumeric: true),
      Column(name: "reviews_recall_0_9", title: "Reviews", detail: "to R = 0.9", isNumeric: true),
      Column(
        name: "false_alerts_per_1000", title: "False alerts", detail: "per 1,000 benign",
        isNumeric: true),
      Column(
        name: "false_alerts_per_10000_messages", title: "False alerts",
        detail: "per 10,000 messages", isNumeric: true),
    ]
    let rows = track.plotted.compactMap { plotted -> Row? in
      guard let load = plotted.row.load else { return nil }
      return Row(
        cells: [Cell(text: plotted.label)] + load.baseRates.map(worth)
          + load.baseRates.map(alerts) + load.reviews.map(reviews)
          + [load.perThousandConversations, load.perTenThousandMessages].map(rate),
        style: plotted.row.isControl ? "control" : nil)
    }
    return ReportTable(
      corpus: corpus, track: track.name, fileSuffix: "reviewer-load",
      title: "Base rate and reviewer load",
      caption: "PPV is the share of alerts that are true where a share π of all conversations is "
        + "grooming, with the 95 % Wilson intervals of TPR and FPR carried through; ≥ and ≤: no "
        + "false alert here, so the upper end of FPR stands in for 0. Reviews: conversations read "
        + "from the highest score down, of all \(count(track)), ties by a hash of the id. Threshold "
        + "policy unless named, full view unless named. Unit: conversation.",
      columns: columns, rows: rows)
  }

  private static func count(_ track: TrackReport) -> String {
    let counts = Set(track.plotted.map(\.row.count))
    return counts.count == 1 ? counts.first.map { NumberText.grouped($0) } ?? "" : "of the track"
  }

  private static func worth(_ rate: BaseRate) -> Cell {
    let text = Cell.text(rate.value, .rate)
    return Cell(
      text: rate.isBound ? "≥ \(text)" : text, value: rate.value, low: rate.low, high: rate.high)
  }

  private static func alerts(_ rate: BaseRate) -> Cell {
    let text = NumberText.value(rate.alertsPerTrueAlert, .perThousand)
    return Cell(
      text: rate.isBound && rate.alertsPerTrueAlert != nil ? "≤ \(text)" : text,
      value: rate.alertsPerTrueAlert, low: rate.alertsPerTrueAlertLow,
      high: rate.alertsPerTrueAlertHigh, style: .perThousand)
  }

  private static func reviews(_ count: Int?) -> Cell {
    Cell(
      text: count.map { NumberText.grouped($0) } ?? NumberText.none, value: count.map(Double.init))
  }

  /// A rate with its interval.
  static func rate(_ rate: ScaledRate) -> Cell {
    Cell(
      text: NumberText.value(rate.value, .perThousand), value: rate.value, low: rate.low,
      high: rate.high, style: .perThousand)
  }
}

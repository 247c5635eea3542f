import Evaluation
import Store

extension ReportTable {
  /// Every scorer under every stop policy, a pair a row.
  static func policies(corpus: String, track: TrackReport) -> ReportTable {
    let full = TrackReport(split: track.split, rows: track.rows.filter { $0.run.view == "full" })
    let table = LeaderboardTable(corpus: corpus, track: full)
    let metrics = [
      table.headline.name, "f1", "precision", "recall", "false_alerts_per_1000", "delay_median",
      "premature",
    ]
    var shown: [Metric] = []
    for name in metrics where !shown.contains(where: { $0.name == name }) {
      shown.append(Metric.named(name))
    }
    return ReportTable(
      corpus: corpus, track: track.name, fileSuffix: "policies", title: "Scorers and stop policies",
      caption: "Full view. 95 % cluster bootstrap intervals; parameters of policies are fitted on "
        + "validation. Unit: conversation.",
      columns: [
        Column(name: "detector", title: "Detector"), Column(name: "policy", title: "Policy"),
      ]
        + shown.map(column),
      rows: table.rows.map { row in
        Row(
          cells: [Cell(text: row.run.detector), Cell(text: row.run.policy)]
            + shown.map { metric(row, $0) }, style: row.isControl ? "control" : nil)
      })
  }

  /// What each view costs, against the full one.
  static func views(corpus: String, track: TrackReport) -> ReportTable {
    let metrics = ViewPrice.metrics.map(Metric.named)
    var table = ReportTable(
      corpus: corpus, track: track.name, fileSuffix: "views",
      title: "Views: the price of reading less",
      caption: "The same conversations with less to read: end-to-end encryption leaves "
        + "metadata (author, length, time); hashed replaces every word by a salted hash; redacted "
        + "hides numbers, links and names; profile adds each side's claimed age band; last-k "
        + "rests on the latest 20 messages; reported on one message at a moment drawn "
        + "evenly and the four before it, a lower bound for a child that reports a telling one. "
        + "Differences with their paired 95 % cluster bootstrap interval; one that holds 0 tells "
        + "nothing. Unit: conversation.",
      columns: [
        Column(name: "detector", title: "Detector"), Column(name: "view", title: "View"),
        Column(name: "policy", title: "Policy"),
      ]
        + metrics.flatMap { metric in
          [
            Column(
              name: metric.name, title: metric.title, detail: "with the view", isNumeric: true),
            Column(
              name: "delta_\(metric.name)", title: "Δ \(metric.title)",
              detail: metric.style == .messages ? "messages" : "view − full", isNumeric: true),
          ]
        },
      rows: track.prices.map { price in
        Row(
          cells: [price.row.run.detector, price.row.run.view, price.row.run.policy].map {
            Cell(text: $0)
          }
            + zip(metrics, price.differences).flatMap { metric, difference in
              let value = price.row.value(metric.name)
              return [
                Cell(text: NumberText.value(value, metric.style), value: value),
                signed(difference, metric.style),
              ]
            }, style: price.row.isControl ? "control" : nil)
      })
    table.absence = "No detector has run with the full view and with another one."
    return table
  }

  /// Every result again on the conversations that hold no withheld content.
  static func withheld(corpus: String, track: TrackReport) -> ReportTable {
    let plotted = track.plotted.filter { !$0.row.withoutWithheld.isEmpty }
    let knowsOnset = plotted.contains { $0.row.value("f_latency_onset") != nil }
    let metrics = ["average_precision", "f1", knowsOnset ? "f_latency_onset" : "f_latency"]
      .map(Metric.named)
    let rows = plotted.map { plotted -> Row in
      let cells = metrics.flatMap { metric -> [Cell] in
        let all = plotted.row.value(metric.name)
        let without = plotted.row.withoutWithheld[metric.name]?.value
        return [
          value(all), value(without),
          difference(all.flatMap { all in without.map { $0 - all } }, nil, nil),
        ]
      }
      return Row(
        cells: [Cell(text: plotted.label)] + cells,
        style: plotted.row.isControl ? "control" : nil)
    }
    let (count, all) = plotted.first.map { ($0.row.withoutWithheldCount, $0.row.count) } ?? (0, 0)
    var table = ReportTable(
      corpus: corpus, track: track.name, fileSuffix: "without-withheld",
      title: "Without withheld content",
      caption: "A message that a corpus must not hold is only ever the token [content-withheld]; "
        + "it stands in harmless talk too, at a matched rate. The same runs on the "
        + "\(NumberText.grouped(count)) of \(NumberText.grouped(all)) conversations "
        + "without it: a detector that lives on the token falls here. Unit: conversation.",
      columns: [Column(name: "detector", title: "Detector")]
        + metrics.flatMap { metric in
          ["all", "without", "difference"].map { (part: String) -> Column in
            Column(
              name: "\(metric.name)_\(part)", title: metric.title, detail: part, isNumeric: true)
          }
        }, rows: rows)
    table.absence =
      "No conversation of this split that a run scored holds the token for withheld content."
    return table
  }

  /// How much easier familiar sentences are.
  static func gap(_ corpus: CorpusReport) -> ReportTable {
    var shown = corpus
    shown.tracks = corpus.tracks.map(\.headline)
    let names = ["average_precision", "f1"]
    var table = ReportTable(
      corpus: corpus.record.name, track: "iid − template-ood", fileSuffix: "gap",
      title: "The gap: iid − template-ood",
      caption: "The sentences of template-ood were never seen in training, those of iid come from "
        + "the templates of training. A large gap says that a detector learned templates. Unit: "
        + "conversation.",
      columns: [
        Column(name: "detector", title: "Detector"), Column(name: "policy", title: "Policy"),
        Column(name: "view", title: "View"),
      ]
        + names.flatMap { name in
          ["iid", "ood", "gap"].map { (part: String) -> Column in
            Column(
              name: "\(name)_\(part)", title: Metric.named(name).title, detail: part,
              isNumeric: true)
          }
        },
      rows: GapTable(shown).rows.map { row in
        Row(
          cells: [row.detector, row.policy, row.view].map { Cell(text: $0) }
            + [row.averagePrecision, row.f1].flatMap { pair in
              [value(pair.iid), value(pair.ood), difference(pair.gap, nil, nil)]
            }, style: row.isControl ? "control" : nil)
      })
    table.absence = "No detector has run on both test and test-iid."
    return table
  }

  /// The heading of a metric.
  static func column(_ metric: Metric) -> Column {
    Column(name: metric.name, title: metric.title, detail: metric.detail, isNumeric: true)
  }

  /// A difference in the style of its metric.
  private static func signed(_ difference: MetricValue, _ style: Metric.Style) -> Cell {
    let text =
      style == .messages
      ? difference.value.map { ($0 < 0 ? "−" : "+") + NumberText.fixed(abs($0), 1) }
        ?? NumberText.none : NumberText.signed(difference.value)
    return Cell(
      text: text, value: difference.value, low: difference.low, high: difference.high,
      style: style == .messages ? .messages : .signedRate)
  }
}

import Evaluation
import Statistics

extension ReportTable {
  /// Every pair of headline runs: three differences, and the tests on decisions and scores.
  static func headToHead(corpus: String, track: TrackReport) -> ReportTable {
    let metrics = HeadToHead.metrics.map(Metric.named)
    let columns =
      [Column(name: "a", title: "A"), Column(name: "b", title: "B")]
      + metrics.flatMap { metric in
        [
          Column(
            name: metric.name, title: "Δ \(metric.title)", detail: "A − B", isNumeric: true),
          Column(name: "\(metric.name)_holm", title: "p", detail: "Holm", isNumeric: true),
        ]
      } + [
        Column(name: "only_a", title: "Only A right", detail: "conversations", isNumeric: true),
        Column(name: "only_b", title: "Only B right", detail: "conversations", isNumeric: true),
        Column(name: "mcnemar_mid_p", title: "McNemar", detail: "mid-p", isNumeric: true),
        Column(name: "auroc", title: "Δ AUROC", detail: "A − B", isNumeric: true),
        Column(name: "delong_p", title: "DeLong", detail: "p", isNumeric: true),
      ]
    let rows = (track.headToHead?.comparison.pairs ?? []).map { pair -> Row in
      let labels = track.headToHead?.labels ?? []
      let tests = [
        count(pair.mcNemar.onlyFirst), count(pair.mcNemar.onlySecond),
        probability(pair.mcNemar.midP), difference(pair.deLong?.difference, nil, nil),
        probability(pair.deLong?.p),
      ]
      return Row(
        cells: [Cell(text: labels[pair.first]), Cell(text: labels[pair.second])]
          + pair.differences.flatMap { line in
            let metric = line.paired.difference
            return [
              difference(metric.value, metric.low, metric.high), probability(line.adjusted),
            ]
          } + tests)
    }
    return ReportTable(
      corpus: corpus, track: track.name, fileSuffix: "head-to-head", title: "Every pair",
      caption:
        "Differences A − B on the same cluster bootstrap resamples with their 95 % interval; p "
        + "after Holm's correction over all pairs of a metric. McNemar on the decisions, DeLong on "
        + "the scores, both uncorrected. Threshold policy unless named, full view unless named. "
        + "Unit: conversation.",
      columns: columns, rows: rows)
  }

  /// The matrix of one metric: A down, B across, A − B in the cells.
  static func headToHeadMatrix(corpus: String, track: TrackReport) -> ReportTable {
    let metric = Metric.named(HeadToHead.metrics[0])
    let labels = track.headToHead?.labels ?? []
    var cells = labels.map { _ in labels.map { _ in Cell(text: "·") } }
    for pair in track.headToHead?.comparison.pairs ?? [] {
      let line = pair.differences[0]
      let value = line.paired.difference.value
      let mark = line.adjusted.map { $0 < 0.05 } ?? false ? " *" : ""
      var cell = difference(value, nil, nil)
      cell.text += mark
      cells[pair.first][pair.second] = cell
      cell = difference(value.map { -$0 }, nil, nil)
      cell.text += mark
      cells[pair.second][pair.first] = cell
    }
    return ReportTable(
      corpus: corpus, track: track.name, fileSuffix: "head-to-head-matrix",
      title: "\(metric.title): row − column",
      caption: "* marks a difference with p below .05 after Holm's correction over all pairs; the "
        + "others may be chance. In the order of the leaderboard, controls last. Unit: conversation.",
      columns: [Column(name: "detector", title: "Detector")]
        + labels.map { Column(name: $0, title: $0, isNumeric: true) },
      rows: zip(labels, cells).map { Row(cells: [Cell(text: $0)] + $1) })
  }

  /// A difference with its sign and interval.
  static func difference(_ value: Double?, _ low: Double?, _ high: Double?) -> Cell {
    Cell(text: NumberText.signed(value), value: value, low: low, high: high)
  }

  /// A p-value.
  static func probability(_ p: Double?) -> Cell {
    Cell(
      text: p.map { $0 < 0.001 ? "< .001" : NumberText.fixed($0, 3) } ?? NumberText.none, value: p)
  }

  /// A number of things.
  static func count(_ count: Int) -> Cell {
    Cell(text: NumberText.grouped(count), value: Double(count))
  }
}

import Evaluation
import Store

extension ReportTable {
  /// Every kind and level of noise under every detector that ran on it.
  static func robustness(corpus: CorpusReport, track: TrackReport) -> ReportTable {
    let metrics = RobustnessPoint.metrics.map(Metric.named)
    let kinds = RobustnessPoint.kinds(of: corpus.robustness, split: track.split)
    var table = ReportTable(
      corpus: corpus.record.name, track: track.name, fileSuffix: "robustness",
      title: "Every level",
      caption:
        "Detectors trained and set on the clean corpus, on the same conversations with noise. "
        + "Differences noisy − clean with their paired 95 % cluster bootstrap interval; one that "
        + "holds 0 tells nothing. Unit: conversation.",
      columns: [
        Column(name: "kind", title: "Noise"), Column(name: "level", title: "Level"),
        Column(name: "detector", title: "Detector"), Column(name: "policy", title: "Policy"),
      ]
        + metrics.flatMap { metric in
          [
            Column(name: metric.name, title: metric.title, detail: "with noise", isNumeric: true),
            Column(
              name: "delta_\(metric.name)", title: "Δ \(metric.title)", detail: "noisy − clean",
              isNumeric: true),
          ]
        },
      rows: kinds.flatMap(\.points).map { point in
        Row(
          cells: [
            point.derivation.kind, point.derivation.level, point.noisy.run.detector,
            point.noisy.run.policy,
          ].map { Cell(text: $0) }
            + zip(metrics, point.differences).flatMap { metric, change in
              [
                self.metric(point.noisy, metric),
                difference(change.value, change.low, change.high),
              ]
            })
      })
    table.absence =
      "No corpus derived from this one has been run: 'make robustness' derives some and runs them."
    return table
  }
}

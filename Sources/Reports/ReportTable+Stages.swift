import Chat
import Evaluation

extension ReportTable {
  /// How well stages were told.
  static func stages(corpus: String, track: TrackReport) -> ReportTable {
    let told = track.plotted.filter { $0.row.detail?.stages != nil }
    let rows = told.compactMap { plotted -> Row? in
      guard let stages = plotted.row.detail?.stages else { return nil }
      return Row(
        cells: [Cell(text: plotted.label), value(stages.agreement.macroF1)]
          + [
            stages.agreement.microF1, stages.spans.exact.f(1), stages.spans.overlapping.f(1),
            stages.pk, stages.windowDiff,
          ].map(value) + (stages.agreement.f1 ?? []).map { value($0) })
    }
    return ReportTable(
      corpus: corpus, track: track.name, fileSuffix: "stages", title: "Stages, spans, borders",
      caption: "Macro-F1 is the mean over all nine stages, a stage that is never told counting 0; "
        + "micro-F1 is the share of messages with the right stage. Spans: runs of one stage, right "
        + "where both ends agree, or where they overlap by half or more; ordinary is none. Pk and "
        + "WindowDiff (lower is better): windows of half the mean span, N − k + 1 of them, mean over "
        + "conversations. Unit: message; spans; conversation.",
      columns: [
        Column(name: "detector", title: "Detector"),
        Column(name: "macro_f1", title: "Macro-F1", isNumeric: true),
        Column(name: "micro_f1", title: "Micro-F1", isNumeric: true),
        Column(name: "span_f1_exact", title: "Span F1", detail: "exact", isNumeric: true),
        Column(name: "span_f1_overlap", title: "Span F1", detail: "IoU ≥ 0.5", isNumeric: true),
        Column(name: "pk", title: "Pk", isNumeric: true),
        Column(name: "window_diff", title: "WindowDiff", isNumeric: true),
      ]
        + Stage.allCases.map {
          Column(name: "f1_\($0.rawValue)", title: "F1", detail: $0.rawValue, isNumeric: true)
        }, rows: rows)
  }

  /// The confusion of every detector that tells stages.
  static func confusions(corpus: String, track: TrackReport) -> [ReportTable] {
    track.plotted.compactMap { plotted in
      guard let stages = plotted.row.detail?.stages else { return nil }
      let label = plotted.label
      return ReportTable(
        corpus: corpus, track: track.name, fileSuffix: "confusion-\(FileNames.plain(label))",
        title: "Confusion of \(label)",
        caption:
          "True stage down, told stage across; the share of the row in each cell. Unit: message.",
        columns: [
          Column(name: "stage", title: "True stage"),
          Column(name: "messages", title: "Messages", isNumeric: true),
        ]
          + Stage.allCases.map {
            Column(name: $0.rawValue, title: $0.rawValue, isNumeric: true)
          },
        rows: zip(Stage.allCases, stages.agreement.confusion).map { stage, told in
          let sum = told.reduce(0, +)
          return Row(
            cells: [Cell(text: stage.rawValue), count(sum)]
              + told.map { value(sum == 0 ? nil : Double($0) / Double(sum)) })
        })
    }
  }
}

import Evaluation
import Pages
import Store

extension ReportPage {
  /// Every scorer under every policy, with intervals, near-best rows and controls marked.
  ///
  /// What is the same in all rows stands in the caption instead of a column.
  func leaderboard(_ table: LeaderboardTable) -> HTML {
    let identity: [(title: String, text: (ResultRow) -> String)] = [
      ("Policy", { $0.run.policy }), ("View", { $0.run.view }), ("Objective", { $0.run.objective }),
      ("Coverage", { NumberText.value($0.coverage, .rate) }),
      (
        "Grooming of n",
        { "\(NumberText.grouped($0.positiveCount)) of \(NumberText.grouped($0.count))" }
      ),
    ]
    var shown: [(title: String, text: (ResultRow) -> String)] = []
    var common: [String] = []
    for column in identity {
      let values = Set(table.rows.map(column.text))
      if values.count == 1, let value = values.first {
        common.append("\(column.title.lowercased()): \(value)")
      } else {
        shown.append(column)
      }
    }
    let rows = table.rows.map { row in
      let cells =
        [DataTable.Cell(name(row, in: table), sortKey: row.run.detector)]
        + shown.map { DataTable.Cell($0.text(row)) }
      let style = row.isControl ? "control" : table.isNearBest(row) ? "band" : nil
      return DataTable.Row(cells + table.columns.map { DataTable.Cell(row, $0) }, style: style)
    }
    let caption =
      table.summary + (common.isEmpty ? "" : " The same in all rows: ")
      + common.joined(separator: "; ") + (common.isEmpty ? "" : ".")
      + " Shaded rows are not distinguishable from the best: their interval overlaps its interval, "
      + "the simple form of the comparison. Controls, in italics, frame the others and do not "
      + "compete."
    return DataTable(
      caption: caption,
      columns: [DataTable.Column("Detector")] + shown.map { DataTable.Column($0.title) }
        + table.columns.map { DataTable.Column($0.title, detail: $0.detail, isNumeric: true) },
      rows: rows, isSortable: true
    ).html
  }

  private func name(_ row: ResultRow, in table: LeaderboardTable) -> [HTML] {
    var content: [HTML] = [
      link(.detector(row.run.detector), row.run.detector)
    ]
    func tag(_ text: String) { content.append(.element("span", ["class": "tag"], [.text(text)])) }
    if row.isControl { tag(" \(LeaderboardTable.controlRole(row))") }
    if table.isNearBest(row) {
      let isBest = table.best.map { $0.run.id == row.run.id && $0.run.key == row.run.key } ?? false
      tag(isBest ? " best" : " not distinguishable")
    }
    if row.run.detectorKind == .external || row.run.detectorKind == .imported {
      tag(row.run.detectorKind == .imported ? " imported, self-reported" : " external")
    }
    return content
  }

  /// The two controls in words.
  func floorAndCeiling(_ track: TrackReport) -> HTML {
    let plotted = track.plotted.map(\.row)
    func sentence(_ name: String, _ found: String, _ missing: String) -> HTML {
      guard let row = plotted.first(where: { $0.run.detector == name && $0.isControl }) else {
        return .element("li", [.text(missing)])
      }
      let area = LeaderboardTable.cell(row, Metric.named("auroc"))
      let value = [area.value, area.interval].compactMap(\.self).joined(separator: " ")
      return .element("li", [.text("\(found) Here: AUROC \(value).")])
    }
    return .fragment([
      .element("h3", ["Floor and ceiling"]),
      .element(
        "ul",
        [
          sentence(
            "shortcut",
            "Floor: shortcut sees no words, only message and author counts, mean length and hour. "
              + "Near 0.5 the corpus gives nothing away by its shape.",
            "Floor: shortcut, which sees no words, has no run on this track."),
          sentence(
            "oracle",
            "Ceiling: oracle is fitted on the gold acts of the training split, which no detector "
              + "sees. Near 1 the task can be solved from what was said.",
            "Ceiling: oracle, which sees the gold acts, has no run on this track."),
        ]),
      .element(
        "p", ["class": "note"],
        [
          """
          Detectors belong between the two: at the floor the text told them nothing, at the \
          ceiling the text gives the answer away.
          """
        ]),
    ])
  }

  /// What each run was, for those who repeat it.
  func runs(_ track: TrackReport) -> HTML {
    let heads = [
      "Detector", "Version", "Parameters", "Policy", "Policy parameters", "Objective", "Seed",
      "Run key", "Finished",
    ]
    let rows = track.rows.map { row in
      let run = row.run
      return DataTable.Row(
        [
          run.detector, "\(run.detectorVersion)", run.detectorParameters, run.policy,
          run.policyParameters, run.objective, "\(run.seed)", String(run.key.prefix(12)),
          run.finishedUTC ?? NumberText.none,
        ].map { DataTable.Cell($0) })
    }
    return .element(
      "details",
      [
        .element("summary", ["Runs and their parameters"]),
        DataTable(
          caption: "What decides each result: the same run key gives the same predictions.",
          columns: heads.map { DataTable.Column($0) }, rows: rows
        ).html,
      ])
  }
}

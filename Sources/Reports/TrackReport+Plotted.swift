import Plotting
import Store

extension TrackReport {
  /// A row that is drawn, what the legend calls it, and its ink: the same in every figure.
  struct PlottedRow {
    var row: ResultRow
    var label: String
    var ink: Ink
  }

  /// One row per detector with the full view: the `threshold` policy, or another one where it has no
  /// run; so too for a detector that ran with no full view. The page's tables show the other pairs.
  var headline: TrackReport {
    func preference(_ row: ResultRow) -> (Int, Int, String, String) {
      (
        row.run.view == "full" ? 0 : 1, row.run.policy == "threshold" ? 0 : 1, row.run.policy,
        row.run.view
      )
    }
    var chosen: [String: ResultRow] = [:]
    for row in rows {
      if let known = chosen[row.run.detector], preference(known) <= preference(row) { continue }
      chosen[row.run.detector] = row
    }
    let kept = rows.filter { row in
      chosen[row.run.detector].map { preference($0) == preference(row) } ?? false
    }
    return TrackReport(split: split, rows: kept, prices: prices)
  }

  /// The rows of ``headline`` in the order of the leaderboard, controls last.
  var plotted: [PlottedRow] {
    let rows = LeaderboardTable(corpus: "", track: headline).rows
    let labels = rows.map { row in
      row.run.detector + (row.run.view == "full" ? "" : ", \(row.run.view)")
        + (row.run.policy == "threshold" ? "" : ", \(row.run.policy)")
    }
    // By name, not by rank, so that a detector keeps its colour from track to track.
    let names = zip(rows, labels).filter { !$0.0.isControl }.map(\.1).sorted()
    let plotted = zip(rows, labels).map { row, label in
      let ink: Ink =
        row.isControl
        ? .control(row.run.detector == "oracle" ? 1 : 0)
        : .category(names.firstIndex(of: label) ?? 0)
      return PlottedRow(row: row, label: label, ink: ink)
    }
    return plotted.filter { !$0.row.isControl } + plotted.filter(\.row.isControl)
  }
}

import Plotting
import Store

extension TrackReport {
  /// A row that is drawn, what the legend calls it, and its ink: the same in every figure.
  struct PlottedRow {
    var row: ResultRow
    var label: String
    var ink: Ink
  }

  /// One row per detector and view: the `threshold` policy, or another one where it has no run. In
  /// the order of the leaderboard, controls last.
  var plotted: [PlottedRow] {
    let order = LeaderboardTable(corpus: "", track: self).rows
    var chosen: [[String]: ResultRow] = [:]
    for row in order {
      let key = [row.run.detector, row.run.view]
      if row.run.policy == "threshold" || chosen[key] == nil { chosen[key] = row }
    }
    let rows = order.filter { row in
      chosen[[row.run.detector, row.run.view]].map { $0.run.policy == row.run.policy } ?? false
    }
    let severalViews = Set(rows.map(\.run.view)).count > 1
    let labels = rows.map { row in
      row.run.detector + (severalViews ? ", \(row.run.view)" : "")
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

import Evaluation
import Plotting
import Store

extension ReportPlot {
  /// Median delay against false alarms: one series per detector, one point per policy.
  func policyFrontierPlot(_ track: TrackReport) -> Plot {
    let inks = Dictionary(
      track.plotted.map { ($0.row.run.detector, $0.ink) }, uniquingKeysWith: { first, _ in first })
    var competing: [PlotPoint] = []
    var series: [PlotSeries] = []
    for plotted in track.plotted {
      let detector = plotted.row.run.detector
      guard !series.contains(where: { $0.name == detector }) else { continue }
      let points = track.rows.compactMap { row -> PlotPoint? in
        guard row.run.detector == detector, row.run.view == "full",
          let alarms = row.value("false_alerts_per_1000"), let delay = row.value("delay_median")
        else { return nil }
        return PlotPoint(alarms, delay)
      }
      if !plotted.row.isControl { competing += points }
      series.append(
        PlotSeries(detector, .points, points, ink: inks[detector] ?? plotted.ink))
    }
    let all = series.flatMap(\.points)
    let (right, top) = (ceiling(all.map(\.x).max()), ceiling(all.map(\.y).max()))
    var frontier = Self.lowerFrontier(competing)
    if let last = frontier.last { frontier.append(PlotPoint(right, last.y)) }
    return Plot(
      name: rawValue, title: title,
      x: PlotAxis("false alerts per 1,000 benign conversations", range: 0...right),
      y: PlotAxis("median delay from onset, messages", range: 0...top), series: series,
      references: [ReferenceLine("frontier", frontier, isStaircase: true)])
  }

  /// The points that no other one beats with less of both, by rising x. O(n log n).
  static func lowerFrontier(_ points: [PlotPoint]) -> [PlotPoint] {
    var best = Double.infinity
    return points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }.filter { point in
      guard point.y < best else { return false }
      best = point.y
      return true
    }
  }

  /// A round number above all values.
  private func ceiling(_ value: Double?) -> Double {
    let value = max(value ?? 1, 1)
    let step = decade(of: value)
    return ((value / step).rounded(.down) + 1) * step
  }

  private func decade(of value: Double) -> Double {
    var step = 1.0
    while step * 10 <= value { step *= 10 }
    return step
  }

  /// Recall at capacity against the share of flagged benign conversations.
  func reviewersPlot(_ rows: [TrackReport.PlottedRow]) -> Plot {
    let series = rows.compactMap { plotted -> PlotSeries? in
      let points = (plotted.row.detail?.reviewCurve ?? []).compactMap { point in
        point.outcome.recall.map { PlotPoint(max(point.falseAlarmRate, 0.001), $0) }
      }
      guard points.count > 1 else { return nil }
      return PlotSeries(plotted.label, .linePoints, points, ink: plotted.ink)
    }
    return Plot(
      name: rawValue, title: title,
      x: .logarithmicRate("flagged benign conversations", from: 0.001),
      y: .share("recall at capacity"), series: series)
  }
}

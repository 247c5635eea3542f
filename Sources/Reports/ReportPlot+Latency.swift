import Evaluation
import Plotting
import Store

extension ReportPlot {
  func fLatencyPlot(_ rows: [TrackReport.PlottedRow]) -> Plot {
    let knowsOnset = rows.contains { $0.row.value("f_latency_onset") != nil }
    let quality = Metric.named(knowsOnset ? "f_latency_onset" : "f_latency")
    var competing: [PlotPoint] = []
    let series = rows.compactMap { plotted -> PlotSeries? in
      let row = plotted.row
      guard let cost = row.value("p99_ns"), cost > 0, let value = row.value(quality.name) else {
        return nil
      }
      let result = row.metrics[quality.name]
      if !row.isControl { competing.append(PlotPoint(cost, value)) }
      return PlotSeries(
        plotted.label, .intervals,
        [PlotPoint(cost, value, low: result?.low, high: result?.high, label: plotted.label)],
        ink: plotted.ink)
    }
    let costs = series.flatMap(\.points).map(\.x)
    let x = PlotAxis.logarithmicDuration("p99 compute latency per message", nanoseconds: costs)
    var frontier = Self.frontier(competing)
    if let last = frontier.last, let end = x.range?.upperBound {
      frontier.append(PlotPoint(end, last.y))
    }
    // Up to the tenth above everything that is drawn, so that the points are told apart.
    let highest = series.flatMap(\.points).map { $0.high ?? $0.y }.max() ?? 1
    let top = min(1, ((highest * 10).rounded(.up) + 1) / 10)
    return Plot(
      name: rawValue, title: title, x: x,
      y: .share(quality.title + ", 95 % interval", upTo: top),
      series: series, references: [ReferenceLine("frontier", frontier, isStaircase: true)],
      legend: .none)
  }

  /// The points that no other one beats on both axes, by rising cost. O(n log n).
  static func frontier(_ points: [PlotPoint]) -> [PlotPoint] {
    var best = -Double.infinity
    return points.sorted { ($0.x, -$0.y) < ($1.x, -$1.y) }.filter { point in
      guard point.y > best else { return false }
      best = point.y
      return true
    }
  }

  func latencyPlot(_ rows: [TrackReport.PlottedRow]) -> Plot {
    let names = [("p50_ns", "p50"), ("p90_ns", "p90"), ("p99_ns", "p99"), ("p99_9_ns", "p99.9")]
    let series = rows.compactMap { plotted -> PlotSeries? in
      let points = names.enumerated().compactMap { index, name in
        plotted.row.value(name.0).map { PlotPoint(Double(index), max($0, 1)) }
      }
      return points.isEmpty ? nil : PlotSeries(plotted.label, .linePoints, points, ink: plotted.ink)
    }
    return Plot(
      name: rawValue, title: title,
      x: PlotAxis(
        "percentile of messages", range: -0.15...3.15,
        ticks: names.enumerated().map { PlotAxis.Tick(Double($0), $1.1) }),
      y: .logarithmicDuration(
        "compute latency per message", nanoseconds: series.flatMap(\.points).map(\.y)),
      series: series)
  }
}

import Benchmarking
import Foundation
import Plotting
import Statistics

/// A case over its commits as a picture: every figure, the levels, and where they change.
struct HistoryPlot {
  let watched: WatchedSeries
  let name: String

  private var values: [Double] { watched.series.values.map { $0 / scale.divisor } }
  private var scale: (divisor: Double, unit: String) {
    Self.scale(
      watched.series.latest.unit, largest: watched.series.values.map(abs).max() ?? 0)
  }

  /// The picture.
  var plot: Plot {
    let (divisor, unit) = scale
    let last = Double(max(values.count - 1, 1))
    let points = values.enumerated().map { PlotPoint(Double($0.offset), $0.element) }
    var series = [
      PlotSeries("one commit", .points, points, ink: .category(5)),
      PlotSeries("level", .steps, levels, ink: .category(0)),
    ]
    for (isWorse, name, ink) in [
      (true, "worse", Ink.category(1)), (false, "better", Ink.category(2)),
    ] {
      let marks = watched.changes.filter { $0.isWorse == isWorse }.map { change in
        PlotPoint(
          Double(change.index), change.after / divisor, label: Self.percent(change.relative))
      }
      if !marks.isEmpty { series.append(PlotSeries(name, .points, marks, ink: ink)) }
    }
    let label = watched.series.latest.better == .lower ? "less is better" : "more is better"
    return Plot(
      name: name, title: Self.title(watched.series),
      x: PlotAxis("commit", range: -0.5...(last + 0.5), ticks: ticks),
      y: PlotAxis(unit.isEmpty ? label : "\(unit), \(label)", range: range), series: series,
      references: watched.changes.map { .vertical(Double($0.index) - 0.5, across: inside) })
  }

  /// What a series is called in titles: the case, and its version where that is not the first.
  static func title(_ series: PerformanceSeries) -> String {
    series.version == 1 ? series.name : "\(series.name), version \(series.version)"
  }

  /// A change in per cent with its sign, such as `+18.0 %`; finer for smaller ones.
  static func percent(_ relative: Double?) -> String {
    guard let relative else { return "from 0" }
    let size = abs(relative) * 100
    let digits = size >= 10 ? 1 : size >= 0.1 ? 2 : 4
    let text = NumberText.fixed(size, digits)
    let isLess = text.allSatisfy { "0.".contains($0) }
    return (relative < 0 ? "−" : "+") + (isLess ? "<0.0001" : text) + " %"
  }

  /// The staircase of medians.
  private var levels: [PlotPoint] {
    let changes = watched.changes
    let first = changes.first.map { $0.before / scale.divisor }
    let start = PlotPoint(-0.5, first ?? OrderStatistics.median(values) ?? 0)
    let steps = changes.map { PlotPoint(Double($0.index) - 0.5, $0.after / scale.divisor) }
    let end = PlotPoint(Double(values.count) - 0.5, (steps.last ?? start).y)
    return [start] + steps + [end]
  }

  /// The range but for its very ends: a line from end to end, rounded beyond them, is not drawn.
  private var inside: ClosedRange<Double> {
    let rim = (range.upperBound - range.lowerBound) / 100
    return (range.lowerBound + rim)...(range.upperBound - rim)
  }

  /// Some room above and below; never an empty range, which gnuplot refuses.
  private var range: ClosedRange<Double> {
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let room = max((high - low) * 0.12, max(abs(low), abs(high)) * 1e-4)
    return room > 0 ? (low - room)...(high + room) : -1...1
  }

  /// The hashes of the commits at changes, at both ends and between, as many as have room.
  private var ticks: [PlotAxis.Tick] {
    let count = values.count
    let between = stride(from: 0, to: count, by: max(1, count / 6))
    var places: [Int] = []
    for place in watched.changes.map(\.index) + [0, count - 1] + Array(between)
    where places.allSatisfy({ abs($0 - place) * 8 >= count }) {
      places.append(place)
    }
    return places.sorted().map {
      PlotAxis.Tick(Double($0), String(watched.series.points[$0].commit.prefix(7)))
    }
  }

  /// The unit that large figures are read in.
  private static func scale(
    _ unit: String, largest: Double
  ) -> (divisor: Double, unit: String) {
    let steps: [(Double, String)] =
      switch unit {
      case "bytes": [(1e9, "GB"), (1e6, "MB"), (1e4, "kB")]
      case "ns": [(1e9, "s"), (1e6, "ms"), (1e3, "µs")]
      default: [(1e6, "million \(unit)"), (1e4, "thousand \(unit)")]
      }
    guard let step = steps.first(where: { largest >= $0.0 }) else { return (1, unit) }
    return (step.1 == "kB" ? 1e3 : step.1.hasPrefix("thousand") ? 1e3 : step.0, step.1)
  }
}

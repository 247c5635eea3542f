import Evaluation
import Glibc
public import Plotting
import Store

extension ReportPlot {
  /// The figure of a track.
  ///
  /// - Parameters:
  ///   - corpus: what the title calls the corpus.
  ///   - name: the base name of its files; nil takes the name of the figure.
  /// - Returns: a plot without data (``Plot/hasData``) where no row has what it shows.
  public func plot(corpus: String, track: TrackReport, name: String? = nil) -> Plot {
    let rows = track.plotted
    var plot =
      switch self {
      case .precisionRecall: precisionRecallPlot(rows)
      case .roc: rocPlot(rows)
      case .fLatency: fLatencyPlot(rows)
      case .delay: delayPlot(rows)
      case .latency: latencyPlot(rows)
      case .policyFrontier: policyFrontierPlot(track)
      case .reviewers: reviewersPlot(rows)
      }
    plot.name = name ?? rawValue
    plot.title = "\(title) · \(corpus), \(track.name)"
    return plot
  }

  private func precisionRecallPlot(_ rows: [TrackReport.PlottedRow]) -> Plot {
    let series = rows.compactMap { plotted -> PlotSeries? in
      // Only the highest threshold of each recall: the ones below it add false alarms alone, and
      // would hang from the staircase like needles.
      var points: [PlotPoint] = []
      for point in plotted.row.precisionRecall.map(point) where point.x != points.last?.x {
        points.append(point)
      }
      guard let first = points.first else { return nil }
      let start = first.x > 0 ? [PlotPoint(0, first.y)] : []
      return self.series(plotted, .stepsBefore, start + points)
    }
    let chance = rows.first.flatMap { plotted in
      plotted.row.count == 0
        ? nil : Double(plotted.row.positiveCount) / Double(plotted.row.count)
    }
    return Plot(
      name: rawValue, title: title, x: .share("recall"), y: .share("precision"), series: series,
      references: chance.map { [.horizontal($0, across: 0...1, name: "chance")] } ?? [])
  }

  private func rocPlot(_ rows: [TrackReport.PlottedRow]) -> Plot {
    let negatives = rows.map { $0.row.count - $0.row.positiveCount }.max() ?? 0
    // Half of the smallest rate there is, so that the first step is not hidden in the frame.
    let x = PlotAxis.logarithmicRate(
      "false alarms per benign conversation", from: 0.5 / Double(max(negatives, 1)))
    let edge = x.range?.lowerBound ?? 1e-3
    let decades = max((x.ticks?.count ?? 2) - 1, 1)
    let series = rows.compactMap { plotted -> PlotSeries? in
      guard !plotted.row.roc.isEmpty else { return nil }
      let atZero = plotted.row.roc.last { $0.x <= edge }?.y ?? 0
      let rest = plotted.row.roc.filter { $0.x > edge }
      return self.series(plotted, .steps, [PlotPoint(edge, atZero)] + rest.map(point)) {
        log10($0 / edge) / Double(decades)
      }
    }
    let chance = (0...(10 * decades)).map { step -> PlotPoint in
      let rate = step == 10 * decades ? 1 : edge * pow(10, Double(step) / 10)
      return PlotPoint(rate, rate)
    }
    return Plot(
      name: rawValue, title: title, x: x, y: .share("recall"), series: series,
      references: [ReferenceLine("chance", chance)])
  }

  private func delayPlot(_ rows: [TrackReport.PlottedRow]) -> Plot {
    let curves = rows.filter { $0.row.delaySurvival.count > 1 }
    let end = curves.compactMap { $0.row.delaySurvival.last?.x }.max() ?? 1
    let limit = min(max(end, 1), 150)
    let series = curves.map { plotted in
      let shown = plotted.row.delaySurvival.filter { $0.x <= limit }
      let tail =
        shown.last.map { $0.x < limit && end > limit ? [PlotPoint(limit, $0.y)] : [] } ?? []
      return self.series(plotted, .steps, shown.map(point) + tail) { $0 / limit }
    }
    return Plot(
      name: rawValue, title: title,
      x: PlotAxis("messages since onset", range: 0...limit), y: .share("not yet flagged"),
      series: series)
  }

  private func series(
    _ plotted: TrackReport.PlottedRow, _ kind: PlotSeries.Kind, _ points: [PlotPoint],
    place: (Double) -> Double = { $0 }
  ) -> PlotSeries {
    PlotSeries(
      plotted.label, kind, CurveThinning.thinned(points, place: place), ink: plotted.ink)
  }

  private func point(_ point: CurvePoint) -> PlotPoint { PlotPoint(point.x, point.y) }
}

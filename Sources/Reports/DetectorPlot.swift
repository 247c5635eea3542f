import Evaluation
import Plotting
import Store

/// The figures of one detector, beside those that it shares with the others.
enum DetectorPlot: String, CaseIterable, Sendable {
  /// Precision against recall, between floor and ceiling.
  case precisionRecall = "precision-recall"
  /// How often conversations with about this score are grooming.
  case reliability

  /// What the figure shows.
  var title: String {
    switch self {
    case .precisionRecall: "Precision and recall"
    case .reliability: "Reliability"
    }
  }

  /// How to read it.
  var caption: String {
    switch self {
    case .precisionRecall:
      "Precision over recall of the final score; the grey lines are the controls, floor and ceiling. "
        + "Up and to the right is better. Unit: conversation."
    case .reliability:
      "The share of grooming among conversations with about this score, in ten bins of about equal "
        + "number, with 95 % Wilson intervals; on the dashed line a score is a probability. Unit: "
        + "conversation."
    }
  }

  /// The figure of a run.
  func plot(
    _ plotted: TrackReport.PlottedRow, among track: TrackReport, name: String, title: String
  ) -> Plot {
    switch self {
    case .precisionRecall:
      let controls = track.plotted.filter(\.row.isControl).map(\.label)
      var plot = ReportPlot.precisionRecall.plot(corpus: "", track: track, name: name)
      plot.title = title
      plot.series.removeAll { $0.name != plotted.label && !controls.contains($0.name) }
      return plot
    case .reliability:
      let points = plotted.row.detail?.reliability.map { bin in
        PlotPoint(bin.meanScore, bin.share, low: bin.low, high: bin.high)
      }
      return Plot(
        name: name, title: title, x: .share("mean score of the bin"),
        y: .share("share of grooming"),
        series: [PlotSeries(plotted.label, .intervals, points ?? [], ink: plotted.ink)],
        references: [ReferenceLine("a probability", [PlotPoint(0, 0), PlotPoint(1, 1)])],
        legend: .none)
    }
  }
}

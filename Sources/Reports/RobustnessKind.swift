import Evaluation
import Plotting
import Store

/// A kind of noise with its points on one split.
struct RobustnessKind {
  /// How to read the figures.
  static let caption =
    "Average precision on the same conversations with noise of rising level; training, validation "
    + "and thresholds are those of the clean corpus, which stands at the left. Bars are 95 % cluster "
    + "bootstrap intervals. Higher is better. Unit: conversation."

  /// Such as `typos`.
  var name: String
  var points: [RobustnessPoint]

  /// Whether it has two levels or more and all are numbers, so that they make a curve.
  var isCurve: Bool {
    let amounts = points.map(\.derivation.amount)
    return !amounts.contains(nil) && Set(amounts).count > 1
  }

  /// The base name of its figure.
  func figureName(_ split: String) -> String { "\(split)-robustness-\(FileNames.plain(name))" }

  /// Average precision over the level, from the clean corpus on.
  func plot(corpus: CorpusReport, track: TrackReport) -> Plot {
    let metric = RobustnessPoint.metrics[0]
    let inks = Dictionary(
      track.plotted.map { ($0.row.run.detector, $0.ink) }, uniquingKeysWith: { first, _ in first }
    )
    let largest = points.compactMap(\.derivation.amount).max() ?? 1
    let names = points.map { $0.noisy.run.detector }
    let detectors = names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }
      .map(\.element)
    let series = detectors.enumerated().map { place, detector -> PlotSeries in
      // Side by side, so that their bars do not hide one another.
      let shift = (Double(place) - Double(detectors.count - 1) / 2) * largest * 0.012
      let own = points.filter {
        $0.noisy.run.detector == detector && $0.noisy.run.policy == points[0].noisy.run.policy
      }
      let rows =
        own.prefix(1).map { (0.0, $0.clean) }
        + own.map { ($0.derivation.amount ?? 0, $0.noisy) }
      return PlotSeries(
        detector, .intervals,
        rows.compactMap { level, row in
          row.value(metric).map {
            PlotPoint(
              level + shift, $0, low: row.metrics[metric]?.low, high: row.metrics[metric]?.high)
          }
        }, ink: inks[detector] ?? .category(place))
    }
    let lines = series.map { ReferenceLine(nil, $0.points.map { PlotPoint($0.x, $0.y) }) }
    let highest = series.flatMap(\.points).map { $0.high ?? $0.y }.max() ?? 1
    return Plot(
      name: figureName(track.split),
      title: "Average precision under \(name) · \(corpus.record.name), \(track.name)",
      x: PlotAxis("level of \(name)", range: -0.05 * largest...1.05 * largest),
      y: .share("average precision", upTo: min(1, ((highest * 10).rounded(.up) + 1) / 10)),
      series: series, references: lines)
  }
}

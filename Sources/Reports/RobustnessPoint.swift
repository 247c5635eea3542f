import Chat
public import Evaluation
import Plotting
public import Store

/// What one kind and level of noise does to one detector: noisy − clean on the same conversations.
public struct RobustnessPoint: Sendable {
  /// The metrics that are compared.
  public static let metrics = ["average_precision", "f1", "f_latency_onset"]

  /// The corpus with the noise.
  public var corpus: String
  /// The kind of noise and its level.
  public var derivation: Derivation
  /// The run on the corpus with the noise.
  public var noisy: ResultRow
  /// The run of the same detector, policy and view on the corpus as it was.
  public var clean: ResultRow
  /// Noisy − clean in the order of ``metrics``, with paired intervals.
  public var differences: [MetricValue]

  /// A point.
  public init(
    corpus: String, derivation: Derivation, noisy: ResultRow, clean: ResultRow,
    differences: [MetricValue]
  ) {
    (self.corpus, self.derivation) = (corpus, derivation)
    (self.noisy, self.clean, self.differences) = (noisy, clean, differences)
  }

  /// Every run on a corpus that was made from this one and that has its counterpart here.
  static func all(
    of report: CorpusReport, in workbench: Workbench, progress: (String) throws -> Void
  ) throws -> [RobustnessPoint] {
    var points: [RobustnessPoint] = []
    for derived in try workbench.derived(from: report.record.name) {
      guard let derivation = derived.derivation else { continue }
      for track in report.tracks {
        guard let split = Split(rawValue: track.split), derivation.splits.contains(split) else {
          continue
        }
        for run in try workbench.leaderboard(corpus: derived.name, split: split) {
          let clean = track.rows.first {
            ($0.run.detector, $0.run.policy, $0.run.view) == (run.detector, run.policy, run.view)
          }
          guard let clean else { continue }
          try progress("\(derived.name): \(run.detector)")
          let noisy = try workbench.evaluated(run: run.id, split: split)
          let before = try workbench.evaluated(run: clean.run.id, split: split)
          guard !noisy.isEmpty, noisy.map(\.id) == before.map(\.id) else { continue }
          var row = ResultRow(
            run: run, count: noisy.count, positiveCount: noisy.count { $0.isPositive },
            coverage: nil)
          for metric in try workbench.metrics(run: run.id) { row.metrics[metric.name] = metric }
          points.append(
            RobustnessPoint(
              corpus: derived.name, derivation: derivation, noisy: row, clean: clean,
              differences: metrics.map { MetricSuite.difference($0, noisy, before) }))
        }
      }
    }
    return points
  }

  /// How to read the figures.
  static let caption =
    "Average precision on the same conversations with noise of rising level; training, validation "
    + "and thresholds are those of the clean corpus, which stands at the left. Bars are 95 % cluster "
    + "bootstrap intervals. Higher is better. Unit: conversation."

  /// A kind of noise with its points on one split.
  struct Kind {
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

  /// The kinds of noise on a split, in the order of the points.
  static func kinds(of points: [RobustnessPoint], split: String) -> [Kind] {
    var kinds: [Kind] = []
    for point in points where point.noisy.run.split.rawValue == split {
      if let place = kinds.firstIndex(where: { $0.name == point.derivation.kind }) {
        kinds[place].points.append(point)
      } else {
        kinds.append(Kind(name: point.derivation.kind, points: [point]))
      }
    }
    return kinds
  }
}

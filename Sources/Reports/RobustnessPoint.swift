import Chat
public import Evaluation
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

  /// The kinds of noise on a split, in the order of the points.
  static func kinds(of points: [RobustnessPoint], split: String) -> [RobustnessKind] {
    var kinds: [RobustnessKind] = []
    for point in points where point.noisy.run.split.rawValue == split {
      if let place = kinds.firstIndex(where: { $0.name == point.derivation.kind }) {
        kinds[place].points.append(point)
      } else {
        kinds.append(RobustnessKind(name: point.derivation.kind, points: [point]))
      }
    }
    return kinds
  }
}

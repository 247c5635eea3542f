public import Evaluation

/// Every headline run of a track against every other one.
public struct HeadToHead: Sendable {
  /// The metrics that are compared.
  static let metrics = ["f_latency_onset", "average_precision", "f1"]
  /// Holm's correction multiplies the smallest p by the number of pairs: with 2,000 resamples no p
  /// of sixteen runs could come out below .12.
  static let bootstrap = Bootstrap(resamples: 10_000)

  /// What the runs are called, in the order of the leaderboard.
  public let labels: [String]
  /// All pairs of ``labels``, with Holm's correction over them.
  public let comparison: AllPairs

  /// A comparison.
  public init(labels: [String], comparison: AllPairs) {
    (self.labels, self.comparison) = (labels, comparison)
  }

  /// Compares the runs that scored the same conversations as the first one; nil where fewer than two
  /// did.
  ///
  /// - Parameter units: the conversations of a run in an order that is the same for all runs.
  init?(
    _ plotted: [TrackReport.PlottedRow], units: (ResultRow) throws -> [EvaluatedConversation]
  ) rethrows {
    var (labels, runs): ([String], [[EvaluatedConversation]]) = ([], [])
    for plotted in plotted {
      let own = try units(plotted.row)
      // Runs of an earlier content of the corpus do not pair.
      guard !own.isEmpty, runs.first.map({ $0.map(\.id) == own.map(\.id) }) ?? true else {
        continue
      }
      labels.append(plotted.label)
      runs.append(own)
    }
    guard runs.count > 1 else { return nil }
    self.init(
      labels: labels, comparison: AllPairs(runs, metrics: Self.metrics, bootstrap: Self.bootstrap))
  }
}

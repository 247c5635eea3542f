import Store

/// Every scorer under every stop policy: one metric, detectors down, policies across.
public struct PolicyTable: Sendable {
  /// One detector.
  public struct Row: Sendable {
    /// The detector's name.
    public var detector: String
    /// Whether it is a control.
    public var isControl: Bool
    /// Its run under each of the policies; nil where the pair has none.
    public var cells: [ResultRow?]
  }

  /// The policies that ran, in alphabetical order with `threshold` first.
  public let policies: [String]
  /// In the order of the leaderboard; a detector stands where its best policy does.
  public let rows: [Row]
  /// What the cells show: the metric that orders the leaderboard.
  public let metric: Metric

  /// The pairs of a track that ran with the full view.
  public init(_ track: TrackReport) {
    let full = TrackReport(split: track.split, rows: track.rows.filter { $0.run.view == "full" })
    let table = LeaderboardTable(corpus: "", track: full)
    metric = table.headline
    let names = Set(table.rows.map(\.run.policy)).sorted()
    policies = names.filter { $0 == "threshold" } + names.filter { $0 != "threshold" }
    var order: [String] = []
    for row in table.rows where !order.contains(row.run.detector) { order.append(row.run.detector) }
    rows = order.map { [policies] detector in
      let own = table.rows.filter { $0.run.detector == detector }
      return Row(
        detector: detector, isControl: own.contains(where: \.isControl),
        cells: policies.map { policy in own.first { $0.run.policy == policy } })
    }
  }
}

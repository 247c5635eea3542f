import Evaluation
import Store

/// The leaderboard of one track: rows in order, what they are ordered by, and who is near the best.
///
/// ```swift
/// let table = LeaderboardTable(corpus: "everyday", track: track)
/// print(table.markdown)
/// LeaderboardTable.text(of: [table], format: .json)  // one object; an array for more tracks
/// ```
public struct LeaderboardTable: Sendable {
  /// The name of the corpus.
  public let corpus: String
  /// What the contract calls the track.
  public let track: String
  /// The name of the split in the corpus file.
  public let split: String
  /// The best row first; rows without the headline metric last.
  public let rows: [ResultRow]
  /// What rows are ordered by: F-latency from onset, or F1 where the corpus knows no onset.
  public let headline: Metric

  /// The leaderboard of a track.
  public init(corpus: String, track: TrackReport) {
    (self.corpus, self.track, split) = (corpus, track.name, track.split)
    let knowsOnset = track.rows.contains { $0.value("f_latency_onset") != nil }
    let headline = Metric.named(knowsOnset ? "f_latency_onset" : "f1")
    self.headline = headline
    rows = track.rows.sorted { a, b in
      switch (a.value(headline.name), b.value(headline.name)) {
      case (let x?, let y?) where x != y: return x > y
      case (_?, nil): return true
      case (nil, _?): return false
      default:
        let (x, y) = (a.run, b.run)
        return (x.detector, x.policy, x.view) < (y.detector, y.policy, y.view)
      }
    }
  }

  /// The first row that competes; nil where only controls ran or none has the headline metric.
  public var best: ResultRow? {
    rows.first { !$0.isControl && $0.value(headline.name) != nil }
  }

  /// Whether a row competes and its interval overlaps the best row's: the simple form of "not
  /// distinguishable from the best", which is cautious (two intervals that barely overlap can belong
  /// to rows that a paired test tells apart).
  public func isNearBest(_ row: ResultRow) -> Bool {
    guard !row.isControl, let best else { return false }
    if row.run.id == best.run.id && row.run.key == best.run.key { return true }
    guard let a = row.metrics[headline.name], let b = best.metrics[headline.name],
      let aLow = a.low, let aHigh = a.high, let bLow = b.low, let bHigh = b.high
    else { return false }
    return aLow <= bHigh && bLow <= aHigh
  }

  /// How a detector is called in a row: controls say what they are.
  static func label(_ row: ResultRow) -> String {
    row.isControl ? "\(row.run.detector) (\(controlRole(row)))" : row.run.detector
  }

  /// What a control is there for.
  static func controlRole(_ row: ResultRow) -> String {
    switch row.run.detector {
    case "shortcut": "control: floor"
    case "oracle": "control: ceiling"
    default: "control"
    }
  }

  /// The metrics that tables for people show, in their order.
  var columns: [Metric] {
    let names = [
      headline.name, "f1", "precision", "recall", "average_precision", "auroc",
      "false_alerts_per_1000",
      "delay_median", "p99_ns", "messages_per_second", "premature",
    ]
    var shown: [Metric] = []
    for name in names where !shown.contains(where: { $0.name == name }) {
      shown.append(Metric.named(name))
    }
    return shown
  }

  /// The sentence above a table: unit, sizes, order.
  var summary: String {
    let counts = Set(
      rows.map { row in
        "\(NumberText.grouped(row.count)) conversations, "
          + "\(NumberText.grouped(row.positiveCount)) of them grooming"
      })
    return "Track \(track) (split \(split)); unit: conversation; n = "
      + (counts.count == 1 ? counts.first ?? "0" : "as in each row")
      + "; sorted by \(headline.title), best first; 95 % cluster bootstrap intervals."
  }

  /// A value with its interval and the mark of a convention, as text.
  static func cell(_ row: ResultRow, _ metric: Metric) -> (value: String, interval: String?) {
    let result = row.metrics[metric.name]
    var value = NumberText.value(result?.value, metric.style)
    if result?.isUndefined == true { value += " (undefined)" }
    return (value, NumberText.interval(result, metric.style))
  }
}

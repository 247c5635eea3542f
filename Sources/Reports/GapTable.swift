import Evaluation
import Store

/// How much easier the track with familiar sentences is: iid − template-ood for every detector, policy
/// and view that ran on both.
public struct GapTable: Sendable {
  /// One detector under one policy on both tracks.
  public struct Row: Sendable, Equatable {
    /// Detector, policy, view.
    public var detector: String
    /// The stop policy.
    public var policy: String
    /// What the detector may read.
    public var view: String
    /// Whether it is a control.
    public var isControl: Bool
    /// Average precision on the two tracks.
    public var averagePrecision: Pair
    /// F1 on the two tracks.
    public var f1: Pair
  }

  /// A metric on both tracks.
  public struct Pair: Sendable, Equatable {
    /// On familiar sentences.
    public var iid: Double?
    /// On sentences never seen in training.
    public var ood: Double?
    /// iid − ood; nil where either is.
    public var gap: Double? {
      guard let iid, let ood else { return nil }
      return iid - ood
    }
  }

  /// In the order of the template-ood leaderboard.
  public let rows: [Row]

  /// The gaps of a corpus; no rows unless both tracks have runs.
  public init(_ corpus: CorpusReport) {
    guard let ood = corpus.tracks.first(where: { $0.split == "test" }),
      let iid = corpus.tracks.first(where: { $0.split == "test-iid" })
    else {
      rows = []
      return
    }
    rows = LeaderboardTable(corpus: corpus.record.name, track: ood).rows.compactMap { row in
      let other = iid.rows.first {
        ($0.run.detector, $0.run.policy, $0.run.view)
          == (row.run.detector, row.run.policy, row.run.view)
      }
      guard let other else { return nil }
      func pair(_ name: String) -> Pair { Pair(iid: other.value(name), ood: row.value(name)) }
      return Row(
        detector: row.run.detector, policy: row.run.policy, view: row.run.view,
        isControl: row.isControl, averagePrecision: pair("average_precision"), f1: pair("f1"))
    }
  }
}

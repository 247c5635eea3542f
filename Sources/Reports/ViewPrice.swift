public import Evaluation
import Store

/// What a detector loses where it may read less: a view − full, on the same conversations.
///
/// For ``View`` names such as `metadata` this is the price of encryption.
public struct ViewPrice: Sendable {
  /// The metrics that are compared, in the order of tables.
  public static let metrics = ["average_precision", "recall_at_fpr_0_01", "delay_median"]

  /// The run with the view.
  public var row: ResultRow
  /// The run of the same detector and policy with the full view.
  public var full: ResultRow
  /// The differences in the order of ``metrics``, with paired intervals.
  public var differences: [MetricValue]

  /// A price.
  public init(row: ResultRow, full: ResultRow, differences: [MetricValue]) {
    (self.row, self.full, self.differences) = (row, full, differences)
  }

  /// The prices of a track: every run with a view that also ran with the full one, in the order of
  /// `rows`. O(pairs · resamples · conversations).
  ///
  /// - Parameter units: the conversations of a run in an order that is the same for all runs.
  static func all(
    of rows: [ResultRow], units: (ResultRow) throws -> [EvaluatedConversation]
  ) rethrows -> [ViewPrice] {
    var prices: [ViewPrice] = []
    for row in rows where row.run.view != "full" {
      let full = rows.first {
        $0.run.view == "full" && $0.run.detector == row.run.detector
          && $0.run.policy == row.run.policy
      }
      guard let full else { continue }
      let (less, more) = (try units(row), try units(full))
      // Runs of an earlier content of the corpus do not pair.
      guard less.map(\.id) == more.map(\.id) else { continue }
      prices.append(
        ViewPrice(
          row: row, full: full,
          differences: metrics.map { MetricSuite.difference($0, less, more) }))
    }
    return prices
  }
}

import Evaluation
import Store

extension LeaderboardTable {
  /// The table as one JSON object on one line: `corpus`, `track`, `rows` with every metric of the
  /// contract (null where it has no meaning) and the intervals there are.
  public var json: String {
    let rows = self.rows.map(Self.json).joined(separator: ",")
    return JSONText.object([
      ("corpus", JSONText.string(corpus)), ("track", JSONText.string(track)),
      ("rows", "[\(rows)]"),
    ])
  }

  private static func json(_ row: ResultRow) -> String {
    let run = row.run
    let metrics = Metric.all.map { metric in
      (metric.name, row.value(metric.name).map(JSONText.number) ?? "null")
    }
    let intervals = Metric.all.compactMap { metric -> (String, String)? in
      guard let result = row.metrics[metric.name], let low = result.low, let high = result.high,
        low.isFinite, high.isFinite
      else { return nil }
      return (metric.name, "[\(JSONText.number(low)),\(JSONText.number(high))]")
    }
    return JSONText.object([
      ("detector", JSONText.string(run.detector)),
      ("kind", JSONText.string(run.detectorKind.rawValue)),
      ("policy", JSONText.string(run.policy)), ("view", JSONText.string(run.view)),
      ("objective", JSONText.string(run.objective)), ("n", "\(row.count)"),
      ("n_positive", "\(row.positiveCount)"),
      ("coverage", row.coverage.map(JSONText.number) ?? "null"),
      ("metrics", JSONText.object(metrics)), ("intervals", JSONText.object(intervals)),
    ])
  }
}

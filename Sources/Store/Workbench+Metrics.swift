public import Evaluation
import SQLite

extension Workbench {
  /// Replaces the metrics of a run.
  ///
  /// - Parameter version: the version of their definitions, `MetricSuite.version`.
  /// - Throws: ``StoreError/unknownRun(_:path:)``.
  public func save(_ metrics: [MetricValue], run id: Int, version: Int) throws {
    try writing {
      try requireRun(id)
      try connection.execute("DELETE FROM metric WHERE run_id = ?", [.integer(id)])
      for (position, metric) in metrics.enumerated() {
        try connection.execute(
          """
          INSERT INTO metric (run_id, name, position, value, low, high, conversations,
            is_undefined, version)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          [
            .integer(id), .text(metric.name), .integer(position), .optional(metric.value),
            .optional(metric.low), .optional(metric.high), .integer(metric.count),
            .integer(metric.isUndefined ? 1 : 0), .integer(version),
          ])
      }
    }
  }

  /// The metrics of a run in the order they were saved; empty before.
  ///
  /// - Throws: ``StoreError/unknownRun(_:path:)``.
  public func metrics(run id: Int) throws -> [MetricValue] {
    try wording {
      try requireRun(id)
      return try connection.all(
        """
        SELECT name, value, low, high, conversations, is_undefined
        FROM metric WHERE run_id = ? ORDER BY position
        """, [.integer(id)]
      ) { row in
        MetricValue(
          row.text(0), row.optionalDouble(1), low: row.optionalDouble(2),
          high: row.optionalDouble(3), count: row.integer(4), isUndefined: row.integer(5) == 1)
      }
    }
  }

  /// The version of the definitions that the metrics of a run were computed with; nil without any.
  public func metricVersion(run id: Int) throws -> Int? {
    try wording {
      try requireRun(id)
      let version = try connection.first(
        "SELECT min(version) FROM metric WHERE run_id = ?", [.integer(id)]
      ) { $0.optionalInteger(0) }
      return version ?? nil
    }
  }
}

public import Benchmarking
import Foundation
import SQLite

extension Workbench {
  /// Replaces the tables of the performance history by what the files say: all of it or nothing.
  ///
  /// The files are the history; the tables are for those who want to `SELECT`.
  ///
  /// - Parameters:
  ///   - points: every point of the file; of equal ones (commit, name, version, environment) the
  ///     later stays.
  ///   - series: the series that they form; points of none of them get no position.
  ///   - changes: the steps of the series.
  /// - Throws: ``StoreError``, also where a change is none of the series.
  public func replacePerformance(
    points: [PerformancePoint], series: [PerformanceSeries], changes: [PerformanceChange]
  ) throws {
    var positions: [PointKey: Int] = [:]
    for series in series {
      for (position, point) in series.points.enumerated() { positions[PointKey(point)] = position }
    }
    try writing {
      try connection.script("DELETE FROM change_point; DELETE FROM performance_point")
      for point in PerformanceHistory.latest(points) {
        try insert(point, position: positions[PointKey(point)])
      }
      for change in changes { try insert(change) }
    }
  }

  /// What stands in the table of points: how many there are, and how many of them in a series.
  public func performancePointCounts() throws -> (all: Int, inSeries: Int) {
    try wording {
      try connection.first("SELECT count(*), count(position) FROM performance_point") {
        (all: $0.integer(0), inSeries: $0.integer(1))
      } ?? (0, 0)
    }
  }

  /// The stored steps: case, first commit of the new level and state, in the order of the series.
  public func changePoints() throws -> [(
    name: String, firstNew: String, state: PerformanceChange.State
  )] {
    try wording {
      try connection.all(
        """
        SELECT name, first_new, state FROM change_point
        ORDER BY name, version, environment, position
        """
      ) {
        (
          name: $0.text(0), firstNew: $0.text(1),
          state: try named($0.text(2), in: "change_point.state")
        )
      }
    }
  }

  private struct PointKey: Hashable {
    var name: String
    var version: Int
    var environment: String
    var commit: String

    init(_ point: PerformancePoint) {
      (name, version) = (point.name, point.version)
      (environment, commit) = (point.environment, point.commit)
    }
  }

  private func insert(_ point: PerformancePoint, position: Int?) throws {
    let samples = String(decoding: try JSONEncoder().encode(point.samples), as: UTF8.self)
    try connection.execute(
      """
      INSERT INTO performance_point (name, version, environment, commit_sha, position, kind, unit,
        better, value, samples, measured_utc)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(point.name), .integer(point.version), .text(point.environment), .text(point.commit),
        .optional(position), .text(point.kind.rawValue), .text(point.unit),
        .text(point.better.rawValue), .real(point.value), .text(samples), .text(point.date),
      ])
  }

  private func insert(_ change: PerformanceChange) throws {
    try connection.execute(
      """
      INSERT INTO change_point (name, version, environment, first_new, last_old, position,
        level_before, level_after, relative, p, is_worse, state, why)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(change.name), .integer(change.version), .text(change.environment),
        .text(change.firstNew), .text(change.lastOld), .integer(change.index),
        .real(change.before), .real(change.after), .optional(change.relative), .optional(change.p),
        .integer(change.isWorse ? 1 : 0), .text(change.state.rawValue), .optional(change.why),
      ])
  }
}

/// The figures of one case on one kind of machine, from commit to commit.
public struct PerformanceSeries: Sendable, Equatable {
  /// The case, such as `f1 linear-svm`.
  public let name: String
  /// The version of the case's definition.
  public let version: Int
  /// ``MachineEnvironment/fingerprint`` of the machine and build.
  public let environment: String
  /// One point per commit, in the order of commits; never empty.
  public let points: [PerformancePoint]
  /// The last point: its kind, unit and direction are the series'.
  public let latest: PerformancePoint

  /// The figures.
  public var values: [Double] { points.map(\.value) }

  /// The series of some points, by name, then version, then environment; those without a point on
  /// the line are left out. O(n log n).
  ///
  /// ```swift
  /// let series = PerformanceSeries.all(of: try PerformanceHistory.read(path: file), along: line)
  /// ```
  public static func all(
    of points: [PerformancePoint], along line: CommitLine
  ) -> [PerformanceSeries] {
    let groups = Dictionary(grouping: PerformanceHistory.latest(points)) {
      Key(name: $0.name, version: $0.version, environment: $0.environment)
    }
    return groups.compactMap { PerformanceSeries($0, line.ordered($1)) }
      .sorted { ($0.name, $0.version, $0.environment) < ($1.name, $1.version, $1.environment) }
  }

  private struct Key: Hashable {
    var name: String
    var version: Int
    var environment: String
  }

  private init?(_ key: Key, _ points: [PerformancePoint]) {
    guard let latest = points.last else { return nil }
    (name, version, environment) = (key.name, key.version, key.environment)
    (self.points, self.latest) = (points, latest)
  }
}

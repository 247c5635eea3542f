/// A series and the steps that were found in it.
public struct WatchedSeries: Sendable, Equatable {
  /// The figures.
  public let series: PerformanceSeries
  /// Its steps, in order.
  public let changes: [PerformanceChange]

  /// The series of some points with their steps, in the order of `PerformanceSeries.all`.
  ///
  /// ```swift
  /// let watched = WatchedSeries.all(of: points, states: states, along: line)
  /// let worse = watched.flatMap(\.changes).filter { $0.isWorse && $0.state == .open }
  /// ```
  public static func all(
    of points: [PerformancePoint], states: [PerformanceState] = [], along line: CommitLine
  ) -> [WatchedSeries] {
    PerformanceSeries.all(of: points, along: line).map {
      WatchedSeries(series: $0, changes: PerformanceChange.all(in: $0, states: states, along: line))
    }
  }
}

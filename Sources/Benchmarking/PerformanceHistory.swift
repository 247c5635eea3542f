/// The figures of all commits, in a file that only grows: one ``PerformancePoint`` a line.
///
/// ```swift
/// try PerformanceHistory.append(points, to: "Datasets/history/perf.jsonl")
/// let all = try PerformanceHistory.read(path: "Datasets/history/perf.jsonl")
/// ```
public enum PerformanceHistory {
  /// The points of a file in its order; of points with one commit, name, version and environment the
  /// last one stays. Keys that this version does not know are passed over. O(bytes).
  ///
  /// - Throws: ``HistoryError`` with file and line where one is no point, or without a file.
  public static func read(path: String) throws(HistoryError) -> [PerformancePoint] {
    latest(try HistoryFile.read(path: path))
  }

  /// Adds a line for each point, all of them or none; makes the file where there is none.
  ///
  /// Safe beside other processes that read or append, and when this one is killed: half a line that
  /// an older interruption left is taken off first.
  ///
  /// - Throws: ``HistoryError`` where a point has no full hash, no date, no name, or a figure that is
  ///   not finite, or where the file cannot be written.
  public static func append(
    _ points: [PerformancePoint], to path: String
  ) throws(HistoryError) {
    try HistoryFile.append(points, to: path)
  }

  /// The points without those that a later one replaces: measured again, by the same commit, name,
  /// version and environment. O(n).
  public static func latest(_ points: [PerformancePoint]) -> [PerformancePoint] {
    var seen: Set<Identity> = []
    return points.reversed().filter { seen.insert(Identity($0)).inserted }.reversed()
  }

  /// What two points must share for one to replace the other.
  private struct Identity: Hashable {
    var commit: String
    var name: String
    var version: Int
    var environment: String

    init(_ point: PerformancePoint) {
      (commit, name) = (point.commit, point.name)
      (version, environment) = (point.version, point.environment)
    }
  }
}

extension PerformancePoint: HistoryLine {
  var fault: HistoryFault? {
    if let fault = HistoryFault(commit: commit, key: "commit") ?? HistoryFault(date: date) {
      return fault
    }
    if name.isEmpty { return HistoryFault(problem: "'name' is empty", expected: "a case") }
    if environment.isEmpty {
      return HistoryFault(problem: "'environment' is empty", expected: "a fingerprint")
    }
    guard value.isFinite, samples.allSatisfy(\.isFinite) else {
      return HistoryFault(problem: "a figure is not finite", expected: "finite numbers")
    }
    return nil
  }
}

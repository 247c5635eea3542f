import Benchmarking

/// Made-up histories.
enum InventedHistory {
  static func hash(_ number: Int) -> String {
    let digits = String(number + 0xab_cd00, radix: 16)
    return digits + String(repeating: "0", count: 40 - digits.count)
  }

  /// A series of commits 0, 1, 2, … with these values.
  static func series(
    _ name: String, _ values: [Double], unit: String = "bytes",
    kind: PerformancePoint.Kind = .counted, better: PerformancePoint.Direction = .lower,
    environment: String = "c1a0b2d4e5f60718", version: Int = 1, states: [PerformanceState] = []
  ) -> [WatchedSeries] {
    let points = values.enumerated().map {
      PerformancePoint(
        commit: hash($0.offset), date: "2026-11-25T14:00:00Z", environment: environment,
        name: name, kind: kind, unit: unit, better: better, version: version, value: $0.element)
    }
    return WatchedSeries.all(
      of: points, states: states, along: CommitLine(values.indices.map(hash)))
  }

  /// Up by 18 % at 22, down by 22 % at 41.
  static let steps =
    [Double](repeating: 1e6, count: 22)
    + [Double](repeating: 1.18e6, count: 19) + [Double](repeating: 920_400, count: 19)
}

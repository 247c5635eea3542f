import Benchmarking
import SQLite
import Testing

@testable import Store

struct WorkbenchPerformanceTests {
  private let workbench: Workbench
  private let line = CommitLine((0..<40).map(hash), elsewhere: [hash(99)])

  init() throws { workbench = try Workbench(path: ":memory:") }

  private static func hash(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 40 - digits.count) + digits
  }

  private func point(_ commit: Int, _ value: Double, name: String = "cpu read") -> PerformancePoint
  {
    PerformancePoint(
      commit: Self.hash(commit), date: "2026-11-25T14:00:00Z", environment: "e", name: name,
      kind: .counted, unit: "ns", better: .lower, version: 1, value: value, samples: [value, 0.5])
  }

  /// Stores what the points say along the line.
  private func rebuild(_ points: [PerformancePoint], states: [PerformanceState] = []) throws {
    let series = PerformanceSeries.all(of: points, along: line)
    let changes = series.flatMap {
      PerformanceChange.all(in: $0, states: states, along: line)
    }
    try workbench.replacePerformance(points: points, series: series, changes: changes)
  }

  private var steps: [PerformancePoint] {
    (0..<10).map { point($0, $0 < 5 ? 1 : 2) } + [point(99, 7)]
  }

  @Test func aPersonCanReadTheSeriesAndTheirSteps() throws {
    try rebuild(
      steps + (0..<4).map { point($0, 3, name: "rows") },
      states: [
        PerformanceState(
          name: "cpu read", base: Self.hash(4), state: .accepted, why: "wanted",
          date: "2026-11-25T14:00:00Z")
      ])
    let counts = try workbench.performancePointCounts()
    #expect(counts.all == 15 && counts.inSeries == 14)
    let rows = try workbench.connection.all(
      """
      SELECT change_point.name, change_point.position, level_before, level_after, relative, p,
        is_worse, state, why, value, samples ->> 1
      FROM change_point JOIN performance_point AS point
        ON point.name = change_point.name AND point.commit_sha = first_new
      """
    ) { row in (0..<row.columnCount).map { row.optionalText($0) ?? "-" }.joined(separator: "|") }
    #expect(rows == ["cpu read|5|1.0|2.0|1.0|-|1|accepted|wanted|2.0|0.5"])
    let changes = try workbench.changePoints()
    #expect(changes.map(\.state) == [.accepted])
    #expect(changes.map(\.firstNew) == [Self.hash(5)])
  }

  @Test func aRebuildReplacesEverything() throws {
    try rebuild(steps)
    try rebuild(steps)
    #expect(try workbench.performancePointCounts().all == 11)
    try rebuild([point(1, 5), point(1, 6)])
    let counts = try workbench.performancePointCounts()
    #expect(counts.all == 1 && counts.inSeries == 1)
    #expect(try workbench.changePoints().isEmpty)
    let value = try workbench.connection.first("SELECT value FROM performance_point") {
      $0.double(0)
    }
    #expect(value == 6)
  }

  @Test func aFailedRebuildLeavesTheTablesAsTheyWere() throws {
    try rebuild(steps)
    let series = PerformanceSeries.all(of: steps, along: line)
    let changes = series.flatMap { PerformanceChange.all(in: $0, along: line) }
    // The steps of points that are not there.
    #expect(throws: (any Error).self) {
      try workbench.replacePerformance(points: [], series: [], changes: changes)
    }
    #expect(try workbench.performancePointCounts().all == 11)
    #expect(try workbench.changePoints().count == 1)
  }

  @Test func everyKindDirectionAndStateCanBeStored() throws {
    for kind in PerformancePoint.Kind.allCases {
      for better in PerformancePoint.Direction.allCases {
        var point = point(1, 1)
        (point.kind, point.better) = (kind, better)
        try rebuild([point])
      }
    }
    try rebuild(steps)
    for state in PerformanceChange.State.allCases {
      try workbench.connection.execute(
        "UPDATE change_point SET state = ?", [.text(state.rawValue)])
    }
  }
}

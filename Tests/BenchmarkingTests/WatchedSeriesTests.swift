import Benchmarking
import Testing

struct WatchedSeriesTests {
  @Test func everySeriesHasItsOwnSteps() {
    let points = (0..<10).flatMap { commit -> [PerformancePoint] in
      [
        .sample(commit, commit < 5 ? 1 : 2, name: "a"), .sample(commit, 1, name: "b"),
        .sample(commit, commit < 3 ? 2 : 1, name: "c"),
      ]
    }
    let line = CommitLine((0..<10).map(PerformancePoint.hash))
    let watched = WatchedSeries.all(of: points, along: line)
    #expect(watched.map(\.series.name) == ["a", "b", "c"])
    #expect(watched.map { $0.changes.map(\.index) } == [[5], [], [3]])
    #expect(watched.flatMap(\.changes).map(\.isWorse) == [true, false])
  }
}

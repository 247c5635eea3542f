import Benchmarking
import Testing

struct PerformanceSeriesTests {
  @Test func aSeriesIsACaseItsVersionAndAnEnvironment() {
    let points: [PerformancePoint] = [
      .sample(2, 2), .sample(1, 1), .sample(1, 5, name: "a"), .sample(1, 6, version: 2),
      .sample(1, 7, environment: "b"), .sample(1, 8, name: "a", environment: "b"),
    ]
    let line = CommitLine([1, 2].map(PerformancePoint.hash))
    let series = PerformanceSeries.all(of: points, along: line)
    #expect(series.map(\.values) == [[8], [5], [7], [1, 2], [6]])
    #expect(series.map(\.name).prefix(2) == ["a", "a"])
    #expect(series.map(\.version) == [1, 1, 1, 1, 2])
    #expect(series[3].latest == points[0])
  }

  @Test func whatWasMeasuredAgainIsThereOnce() {
    let series = PerformanceSeries.all(of: [.sample(1, 1), .sample(1, 2)], along: CommitLine())
    #expect(series.map(\.values) == [[2]])
  }

  @Test func otherBranchesAloneMakeNoSeries() {
    let line = CommitLine([], elsewhere: [PerformancePoint.hash(1)])
    #expect(PerformanceSeries.all(of: [.sample(1)], along: line).isEmpty)
    #expect(PerformanceSeries.all(of: [], along: line).isEmpty)
  }
}

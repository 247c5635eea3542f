import Benchmarking
import Testing

struct CommitLineTests {
  private let line = CommitLine(
    [3, 1, 2].map(PerformancePoint.hash), elsewhere: [PerformancePoint.hash(9)])

  private func order(_ points: [PerformancePoint]) -> [Double] { line.ordered(points).map(\.value) }

  @Test func pointsStandInTheOrderOfTheirCommits() {
    #expect(order([.sample(1, 10), .sample(2, 20), .sample(3, 30)]) == [30, 10, 20])
    #expect(line.position(of: PerformancePoint.hash(2)) == 2)
    #expect(line.position(of: PerformancePoint.hash(4)) == nil)
  }

  @Test func pointsOfOtherBranchesAreLeftOut() {
    #expect(order([.sample(9, 90), .sample(1, 10)]) == [10])
  }

  @Test func commitsThatNobodyKnowsStandByTheirDate() {
    let points: [PerformancePoint] = [
      .sample(3, 30, date: "2026-01-02T00:00:00Z"), .sample(1, 10, date: "2026-01-04T00:00:00Z"),
      .sample(7, 70, date: "2026-01-03T00:00:00Z"), .sample(6, 60, date: "2026-01-01T00:00:00Z"),
      .sample(5, 50, date: "2026-01-05T00:00:00Z"), .sample(4, 40, date: "2026-01-05T00:00:00Z"),
    ]
    #expect(order(points) == [60, 30, 70, 10, 50, 40])
    #expect(line.unknown(in: points) == [7, 6, 5, 4].map(PerformancePoint.hash))
  }

  @Test func withoutALineTheDateDecidesAndThenTheOrderGiven() {
    let points: [PerformancePoint] = [
      .sample(1, 10, date: "2026-01-02T00:00:00Z"), .sample(2, 20, date: "2026-01-01T00:00:00Z"),
      .sample(3, 30, date: "2026-01-01T00:00:00Z"),
    ]
    #expect(CommitLine().ordered(points).map(\.value) == [20, 30, 10])
  }
}

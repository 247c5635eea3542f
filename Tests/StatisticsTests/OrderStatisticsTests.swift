import Statistics
import Testing

struct OrderStatisticsTests {
  @Test func percentilesAreInterpolated() {
    // numpy.percentile([1, 2, 4, 8], p)
    let expected: [(Double, Double)] = [
      (0, 1), (25, 1.75), (50, 3), (75, 5), (90, 6.8), (100, 8),
    ]
    for (percent, value) in expected {
      let ours = OrderStatistics.percentile(percent, ofSorted: [1, 2, 4, 8]) ?? .nan
      #expect(abs(ours - value) < 1e-12)
    }
    #expect(OrderStatistics.percentile(30, ofSorted: [5]) == 5)
    #expect(OrderStatistics.percentile(30, ofSorted: []) == nil)
  }

  @Test func infinityIsAValue() {
    let sorted = [1, 2, Double.infinity, .infinity]
    #expect(OrderStatistics.percentile(100.0 / 3, ofSorted: sorted).map { $0.isFinite } == true)
    #expect(OrderStatistics.percentile(50, ofSorted: sorted) == .infinity)
    #expect(OrderStatistics.percentile(90, ofSorted: sorted) == .infinity)
  }

  @Test func medians() {
    #expect(OrderStatistics.median([3, 1, 2]) == 2)
    #expect(OrderStatistics.median([4, 1, 3, 2]) == 2.5)
    #expect(OrderStatistics.median([]) == nil)
  }

  @Test func oneOutlierDoesNotMoveTheMedianDeviation() {
    #expect(OrderStatistics.medianAbsoluteDeviation([1, 2, 3, 100]) == 1)
    #expect(OrderStatistics.medianAbsoluteDeviation([5, 5, 5]) == 0)
    #expect(OrderStatistics.medianAbsoluteDeviation([]) == nil)
  }

  @Test(arguments: 0..<30 as Range<UInt64>) func laws(seed: UInt64) throws {
    var random = CounterRandom(seed: seed, stream: 0)
    let values = (0..<1 + random.below(40)).map { _ in Double(random.below(30)) - 15 }
    let sorted = values.sorted()
    let ends = try stride(from: 0.0, through: 100, by: 2.5).map {
      try #require(OrderStatistics.percentile($0, ofSorted: sorted))
    }
    #expect(ends == ends.sorted() && ends.first == sorted.first && ends.last == sorted.last)
    #expect(OrderStatistics.median(values.shuffled(using: &random)) == ends[20], "seed \(seed)")
    let negated = values.map { -$0 }
    #expect(OrderStatistics.median(negated) == -ends[20], "seed \(seed)")
    #expect(
      OrderStatistics.medianAbsoluteDeviation(values)
        == OrderStatistics.medianAbsoluteDeviation(negated))
  }
}

import Benchmarking
import Testing

struct ComparisonResultTests {
  private let result = ComparisonResult(rows: [
    .init(name: "slow", samples: [.seconds(4), .seconds(6), .seconds(40), .seconds(8)]),
    .init(name: "fast", samples: [.seconds(2), .seconds(2), .seconds(20), .seconds(2)]),
  ])

  @Test func summaries() throws {
    let slow = try #require(result["slow"])
    #expect(slow.median == .seconds(7))
    #expect(slow.minimum == .seconds(4))
    #expect(slow.medianAbsoluteDeviation == .seconds(2))
  }

  @Test func ratiosAreFormedPairByPair() throws {
    // 2, 3, 2, 4: the slow block does not disturb them.
    let ratio = try #require(result.ratio(of: "slow", to: "fast"))
    #expect(ratio.median == 2.5)
    #expect(ratio.low == 2)
    #expect(ratio.high == 3.25)
    #expect(ratio.scaled(by: 2).median == 5)
    #expect(result.ratio(of: "fast", to: "slow")?.low ?? 0 < 1)
  }

  @Test func whoDidNotTakePartHasNoRatio() {
    #expect(result.ratio(of: "slow", to: "absent") == nil)
    #expect(result["absent"] == nil)
    #expect(ComparisonResult.Ratio([]) == nil)
    let still = ComparisonResult(rows: [
      .init(name: "a", samples: [.seconds(1)]), .init(name: "b", samples: [.zero]),
    ])
    #expect(still.ratio(of: "a", to: "b") == nil)
  }
}

import Testing

@testable import Detection

@Suite struct SentinelAggregatorTests {
  private static func check(_ scores: [Double], _ expected: [String: Double], _ what: String) {
    #expect(Set(expected.keys) == Set(SentinelAggregator.allCases.map(\.rawValue)))
    for aggregator in SentinelAggregator.allCases {
      let value = aggregator.value(scores)
      let difference = value - (expected[aggregator.rawValue] ?? .nan)
      #expect(difference.magnitude < 1e-9, "\(what), \(aggregator.rawValue)")
    }
  }

  @Test func allSixAgreeWithTheReference() throws {
    for (number, given) in try SentinelReference.load().cases.enumerated() {
      Self.check(given.scores, given.aggregates, "case \(number)")
    }
  }

  @Test(arguments: ["D1", "D2", "D3", "D4", "D5"])
  func defectsAreTheReferences(_ defect: String) throws {
    for rated in try #require(SentinelReference.load().defects[defect]) {
      Self.check(rated.scores, rated.aggregates, defect)
    }
  }

  /// (mean − median) / σ of `hits` texts at `score` among `count`.
  private static func skewness(_ hits: Int, of count: Int, at score: Double = 0.6) -> Double {
    SentinelAggregator.skewness.value(
      (0..<count).map { $0 < hits ? score : 0 })
  }

  @Test func defect1NineRiskyTextsOfNineRateNothing() {
    #expect(Self.skewness(9, of: 9) == 0)
  }

  @Test func defect2MoreRiskyTextsTurnTheSignOfTen() {
    #expect((Self.skewness(4, of: 10) - 0.816496580927726).magnitude < 1e-9)
    #expect(Self.skewness(5, of: 10) == 0)
    #expect((Self.skewness(6, of: 10) + 0.816496580927726).magnitude < 1e-9)
  }

  @Test func defect3TwoMoreRiskyTextsTurnTheSignOfAHundred() {
    #expect((Self.skewness(49, of: 100) - 0.9801960588).magnitude < 1e-9)
    #expect((Self.skewness(51, of: 100) + 0.9801960588).magnitude < 1e-9)
  }

  @Test func defect4StrengthMakesNoDifference() {
    #expect((Self.skewness(1, of: 100, at: 0.11) - 0.1005037815).magnitude < 1e-9)
    #expect((Self.skewness(1, of: 100, at: 0.9) - 0.1005037815).magnitude < 1e-9)
  }

  @Test func defect5OneHitFadesWithTheLengthOfTheTalk() {
    #expect((Self.skewness(1, of: 10) - 0.3333333333).magnitude < 1e-9)
    #expect((Self.skewness(1, of: 100) - 0.1005037815).magnitude < 1e-9)
    #expect((Self.skewness(1, of: 1000) - 0.0316385999).magnitude < 1e-9)
  }

  @Test func noScoresRateNothing() {
    for aggregator in SentinelAggregator.allCases {
      #expect(aggregator.value([]) == 0)
      #expect(aggregator.value([Double](repeating: 0, count: 20)) == 0)
    }
  }
}

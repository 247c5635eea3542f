import Testing

@testable import Detection

@Suite struct BestPointTests {
  @Test func theBestRankingWinsAndTheFirstAmongEquals() {
    var best = BestPoint<String>()
    #expect(best.point == nil)
    best.offer("wrong way round", margins: [1, 2], isPositive: [true, false])
    #expect(best.point == "wrong way round")
    best.offer("right", margins: [2, 1], isPositive: [true, false])
    best.offer("right too", margins: [3, 1], isPositive: [true, false])
    #expect(best.point == "right")
  }
}

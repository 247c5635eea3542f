import Statistics
import Testing

@testable import Detection

@Suite struct ContrastiveScoreTests {
  @Test func textsScoreAsInTheReference() throws {
    for (number, given) in try SentinelReference.load().cases.enumerated() {
      let positive = SentinelReference.index(given.positive)
      let negative = SentinelReference.index(given.negative)
      var (plus, minus) = (Neighbours(), Neighbours())
      for (place, query) in given.queries.enumerated() {
        let query = SentinelReference.packed(query)
        positive.search(query.span, limit: ContrastiveScore.neighbours, into: &plus)
        negative.search(query.span, limit: ContrastiveScore.neighbours, into: &minus)
        let ratio = ContrastiveScore.logRatio(
          positive: plus.similarities, negative: minus.similarities)
        #expect(
          (ratio - given.logRatios[place]).magnitude < 1e-9, "case \(number), text \(place)")
        #expect((ContrastiveScore.floored(ratio) - given.scores[place]).magnitude < 1e-9)
      }
    }
  }

  @Test func aSideLeftOutCountsWithItsNearest() {
    let ratio = ContrastiveScore.logRatio(
      positive: [0.9, 0.8, 0.7, 0.6, 0.5], negative: [0.4, 0.1])
    let mean = [0.9, 0.8, 0.7, 0.6, 0.5].map(Elementary.exp).reduce(0, +) / 5
    #expect((ratio - (Elementary.log(mean) - 0.4)).magnitude < 1e-15)
  }

  @Test func amongEqualsThePositiveSideIsKept() {
    // Five of six equal neighbours: the last place goes to the positive side.
    let ratio = ContrastiveScore.logRatio(positive: [0.8, 0.5], negative: [0.9, 0.5], limit: 3)
    let rare = (Elementary.exp(0.8) + Elementary.exp(0.5)) / 2
    #expect((ratio - (Elementary.log(rare) - 0.9)).magnitude < 1e-15)
  }

  @Test func anEmptySideSaysNothing() {
    #expect(ContrastiveScore.logRatio(positive: [], negative: [0.5]) == 0)
    #expect(ContrastiveScore.logRatio(positive: [0.5], negative: []) == 0)
  }

  @Test func theFloorKeepsItself() {
    #expect(ContrastiveScore.floored(0.1) == 0.1)
    #expect(ContrastiveScore.floored(0.0999) == 0)
    #expect(ContrastiveScore.floored(-1) == 0)
  }
}

import Statistics
import Testing

@testable import Evaluation

struct AllPairsTests {
  private let bootstrap = Bootstrap(resamples: 80, seed: 5)
  private let metrics = ["average_precision", "f1", "delay_median", "brier"]

  /// The same conversations with other scores and alerts.
  private func rescored(_ units: [EvaluatedConversation], seed: UInt64) -> [EvaluatedConversation] {
    var random = CounterRandom(seed: seed, stream: 9)
    return units.map { unit in
      var unit = unit
      unit.score = random.unit()
      unit.alert = random.below(2) == 0 ? 1 + random.below(unit.messageCount) : nil
      return unit
    }
  }

  private func scorers(_ count: Int) -> [[EvaluatedConversation]] {
    let units = randomUnits(60, seed: 3)
    return [units] + (1..<count).map { rescored(units, seed: UInt64($0)) }
  }

  @Test func pairsStandInOrder() {
    let all = AllPairs(scorers(4), metrics: metrics, bootstrap: bootstrap)
    #expect(all.metrics == metrics)
    #expect(all.pairs.map(\.first) == [0, 0, 0, 1, 1, 2])
    #expect(all.pairs.map(\.second) == [1, 2, 3, 2, 3, 3])
    #expect(all.pairs.allSatisfy { $0.differences.map(\.paired.name) == metrics })
  }

  @Test func aPairIsWhatItIsAlone() {
    let scorers = scorers(3)
    for pair in AllPairs(scorers, metrics: metrics, bootstrap: bootstrap).pairs {
      let (a, b) = (scorers[pair.first], scorers[pair.second])
      let alone = PairedComparison(a, b, bootstrap: bootstrap)
      for difference in pair.differences {
        let expected = alone.differences.first { $0.name == difference.paired.name }
        #expect(difference.paired == expected)
        let direct = MetricSuite.difference(difference.paired.name, a, b, bootstrap: bootstrap)
        #expect(difference.paired.difference == direct)
      }
      #expect(pair.mcNemar == alone.mcNemar)
      #expect(pair.deLong == alone.deLong)
    }
  }

  @Test func theBootstrapIsTheOneAskedFor() {
    let scorers = scorers(2)
    func interval(_ bootstrap: Bootstrap) -> MetricValue? {
      AllPairs(scorers, metrics: ["f1"], bootstrap: bootstrap).pairs.first?.differences[0]
        .paired.difference
    }
    #expect(interval(bootstrap) == interval(bootstrap))
    #expect(interval(bootstrap) != interval(Bootstrap(resamples: 80, seed: 6)))
    #expect(interval(bootstrap)?.value == interval(Bootstrap(resamples: 80, seed: 6))?.value)
    let narrow = Bootstrap(resamples: 80, seed: 5, confidence: 0.5)
    #expect(interval(bootstrap) != interval(narrow))
  }

  @Test func holmIsOverAllPairsOfOneMetric() {
    let all = AllPairs(scorers(4), metrics: metrics, bootstrap: bootstrap)
    for metric in metrics.indices {
      let lines = all.pairs.map { $0.differences[metric] }
      let tested = lines.filter { $0.paired.p != nil }
      #expect(
        tested.compactMap(\.adjusted)
          == HolmAdjustment.adjusted(tested.compactMap(\.paired.p)), "\(metrics[metric])")
      #expect(lines.allSatisfy { ($0.adjusted == nil) == ($0.paired.p == nil) })
    }
    // Six pairs: the smallest p is multiplied by six, which no smaller family would give.
    let f1 = all.pairs.map { $0.differences[1] }
    let smallest = f1.min { $0.paired.p ?? 1 < $1.paired.p ?? 1 }
    #expect(isClose(smallest?.adjusted, min(1, 6 * (smallest?.paired.p ?? 0))))
  }

  @Test func aScorerWithoutScoresIsLeftOutOfTheFamily() throws {
    var scorers = Array(scorers(4).dropFirst())
    for index in scorers[2].indices { scorers[2][index].score = nil }
    let all = AllPairs(scorers, metrics: ["brier"], bootstrap: bootstrap)
    let brier = all.pairs.map { $0.differences[0] }
    let p = try #require(brier[0].paired.p)
    #expect(brier[0].adjusted == p, "one test is a family of its own")
    for pair in 1...2 {
      #expect(brier[pair].paired.difference.value == nil)
      #expect(brier[pair].paired.p == nil && brier[pair].adjusted == nil)
      #expect(all.pairs[pair].deLong == nil)
    }
    #expect(all.pairs[0].deLong != nil)
  }

  @Test func fewerThanTwoScorersMakeNoPair() {
    let one = AllPairs(scorers(1), metrics: metrics, bootstrap: bootstrap)
    #expect(one.pairs.isEmpty && one.metrics == metrics)
    #expect(AllPairs([], metrics: metrics, bootstrap: bootstrap).pairs.isEmpty)
    #expect(AllPairs(scorers(3), metrics: [], bootstrap: bootstrap).pairs.count == 3)
  }

  @Test func aScorerDoesNotDifferFromItself() throws {
    let units = randomUnits(60, seed: 3)
    let all = AllPairs([units, units], metrics: metrics, bootstrap: bootstrap)
    let pair = try #require(all.pairs.first)
    for line in pair.differences where line.paired.difference.value != nil {
      #expect(line.paired.difference.value == 0 && line.paired.p == 1 && line.adjusted == 1)
    }
    #expect(pair.mcNemar == McNemarTest(onlyFirst: 0, onlySecond: 0))
  }

  @Test func swappingTurnsTheSign() {
    let scorers = scorers(2)
    let ahead = AllPairs(scorers, metrics: metrics, bootstrap: bootstrap).pairs[0]
    let back = AllPairs(scorers.reversed(), metrics: metrics, bootstrap: bootstrap).pairs[0]
    for (a, b) in zip(ahead.differences, back.differences) {
      #expect(isClose(a.paired.difference.value, b.paired.difference.value.map { -$0 }))
      #expect(isClose(a.paired.difference.low, b.paired.difference.high.map { -$0 }))
      #expect(a.paired.p == b.paired.p)
    }
    #expect(ahead.mcNemar.onlyFirst == back.mcNemar.onlySecond)
    #expect(ahead.mcNemar.exact == back.mcNemar.exact)
  }

  @Test func theOrderOfTheConversationsDoesNotMatter() {
    let scorers = scorers(3)
    let all = AllPairs(scorers, metrics: metrics, bootstrap: bootstrap)
    let turned = AllPairs(scorers.map { $0.reversed() }, metrics: metrics, bootstrap: bootstrap)
    for (a, b) in zip(all.pairs, turned.pairs) {
      #expect(a.differences.map(\.paired) == b.differences.map(\.paired))
      #expect(a.differences.map(\.adjusted) == b.differences.map(\.adjusted))
      #expect(a.mcNemar == b.mcNemar)
    }
  }
}

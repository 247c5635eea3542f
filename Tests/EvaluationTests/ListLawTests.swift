import Statistics
import Testing

@testable import Evaluation

/// Laws of rankings, survival curves, borders and rates, on random lists; a failure names its seed.
struct ListLawTests {
  private static let seeds: Range<UInt64> = 0..<40

  @Test(arguments: seeds) func aLongerListFindsMore(seed: UInt64) throws {
    let units = randomUnits(60, seed: seed)
    let triage = Triage(units)
    let positives = Double(triage.positiveCount)
    var last = 0.0
    for k in 1...units.count {
      let recall = try #require(triage.recall(at: k))
      #expect(recall >= last, "\(k), seed \(seed)")
      #expect(isClose(triage.precision(at: k).map { $0 * Double(k) }, recall * positives))
      let gain = try #require(triage.ndcg(at: k))
      #expect(gain >= 0 && gain <= 1 + 1e-12, "\(k), seed \(seed)")
      last = recall
    }
    #expect(last == 1, "seed \(seed)")
    for wanted in [0.5, 0.8, 0.9, 1] {
      let k = try #require(triage.reviews(toReach: wanted))
      #expect(try #require(triage.recall(at: k)) >= wanted - 1e-9, "seed \(seed)")
      if k > 1 { #expect(try #require(triage.recall(at: k - 1)) < wanted, "seed \(seed)") }
    }
  }

  @Test(arguments: seeds) func curvesRiseAndSurvivalFalls(seed: UInt64) {
    let units = randomUnits(70, seed: seed)
    let roc = Curves.roc(units)
    for (a, b) in zip(roc, roc.dropFirst()) {
      #expect(a.x <= b.x && a.y <= b.y, "seed \(seed)")
      #expect(a.x < b.x || a.y < b.y, "one point per distinct score, seed \(seed)")
    }
    let survival = Curves.delaySurvival(units)
    #expect(survival.first == CurvePoint(x: 0, y: 1), "seed \(seed)")
    for (a, b) in zip(survival, survival.dropFirst()) {
      #expect(a.x <= b.x && a.y >= b.y && b.y >= 0, "seed \(seed)")
    }
  }

  @Test(arguments: seeds) func survivalWithoutMissesIsTheShareLeft(seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 8)
    let times = (0..<30).map { _ in random.below(12) }
    let curve = KaplanMeier(
      times.enumerated().map { .init(index: $0, time: $1, isEvent: true) })
    for step in curve.steps(times.map { _ in 1 }) {
      let left = Double(times.count { $0 > step.time }) / 30
      #expect(isClose(step.survival, left), "seed \(seed)")
    }
    // A miss later than every alert keeps the curve above 0.
    let missed = KaplanMeier(
      (times + [99]).enumerated().map { .init(index: $0, time: $1, isEvent: $1 < 99) })
    #expect((missed.steps((times + [99]).map { _ in 1 }).last?.survival ?? 0) > 0)
  }

  @Test(arguments: seeds) func windowDiffIsAtLeastPk(seed: UInt64) throws {
    var random = CounterRandom(seed: seed, stream: 9)
    let marks = (0..<2).map { _ in (0..<40).map { _ in random.below(5) == 0 } }
    for window in [1, 2, 5, 40] {
      let there = Segmentation(reference: marks[0], predicted: marks[1], window: window)
      let (pk, difference) = (try #require(there.pk), try #require(there.windowDiff))
      #expect(0 <= pk && pk <= difference && difference <= 1, "seed \(seed)")
      #expect(
        there == Segmentation(reference: marks[1], predicted: marks[0], window: window),
        "seed \(seed)")
      #expect(Segmentation(reference: marks[0], predicted: marks[0], window: window).pk == 0)
    }
  }

  @Test(arguments: seeds) func agreementIsMutual(seed: UInt64) throws {
    var random = CounterRandom(seed: seed, stream: 10)
    let lists = (0..<2).map { _ in (0..<40).map { _ in random.below(4) } }
    let there = LabelAgreement([0, 1, 2, 3], reference: lists[0], predicted: lists[1])
    let back = LabelAgreement([0, 1, 2, 3], reference: lists[1], predicted: lists[0])
    #expect(there.f1 == back.f1 && there.microF1 == back.microF1, "seed \(seed)")
    for row in 0..<4 { #expect(there.confusion[row] == back.confusion.map { $0[row] }) }
    let spans = SpanAgreement(reference: lists[0], predicted: lists[1])
    let turned = SpanAgreement(reference: lists[1], predicted: lists[0])
    #expect(spans.exact.f(1) == turned.exact.f(1), "seed \(seed)")
    #expect(spans.overlapping.right == turned.overlapping.right, "seed \(seed)")
    #expect(spans.exact.right <= spans.overlapping.right, "seed \(seed)")
    #expect(LabelAgreement([0, 1, 2, 3], reference: lists[0], predicted: lists[0]).microF1 == 1)
  }

  @Test(arguments: seeds) func alertsAreWorthLessWhereGroomingIsRarer(seed: UInt64) throws {
    let rates = BaseRate.all(of: randomUnits(90, seed: seed))
    for (common, rare) in zip(rates, rates.dropFirst()) {
      #expect(try #require(rare.value) <= (try #require(common.value)), "seed \(seed)")
    }
    for rate in rates {
      let (value, low, high) = (
        try #require(rate.value), try #require(rate.low), try #require(rate.high)
      )
      #expect(0 <= low && low <= value && value <= high && high <= 1, "seed \(seed)")
    }
  }

  @Test(arguments: seeds) func binsHoldEveryScoreOnce(seed: UInt64) {
    let units = randomUnits(90, seed: seed)
    let scored = units.count { $0.usableScore != nil }
    for bins in [ReliabilityBin.equalWidth(units), ReliabilityBin.equalMass(units, binCount: 6)] {
      #expect(bins.reduce(0) { $0 + $1.count } == scored, "seed \(seed)")
      for bin in bins {
        #expect(bin.lowest <= bin.meanScore + 1e-12 && bin.meanScore <= bin.highest + 1e-12)
        #expect(bin.low <= bin.share && bin.share <= bin.high, "seed \(seed)")
      }
      for (a, b) in zip(bins, bins.dropFirst()) { #expect(a.highest < b.lowest, "seed \(seed)") }
    }
  }
}

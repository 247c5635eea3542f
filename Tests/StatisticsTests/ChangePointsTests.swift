import Testing

@testable import Statistics

struct ChangePointsTests {
  private func levels(_ levels: [(Double, Int)]) -> [Double] {
    levels.flatMap { [Double](repeating: $0, count: $1) }
  }

  @Test func levelsWithoutNoiseChangeWhereTheyChange() {
    let found = ChangePoints(levels([(1, 10), (2, 10), (1, 5)])).steps
    #expect(found.map(\.index) == [10, 20])
    #expect(found.map(\.before) == [1, 2])
    #expect(found.map(\.after) == [2, 1])
    #expect(found.allSatisfy { $0.p == nil })
    #expect(
      ChangePoints(levels([(100, 22), (118, 19), (92.04, 19)])).steps.map(\.index) == [22, 41])
  }

  @Test func stepsOfEighteenAndTwentyTwoPerCentAreFoundInNoise() {
    for percent in [1.0, 2, 3] {
      var exact = 0
      for seed in 0..<50 {
        var random = RandomSeries(seed: seed)
        let values = levels([(100, 22), (118, 19), (92.04, 19)])
          .map { $0 * (1 + percent / 100 * random.normal()) }
        let found = ChangePoints(values).steps.map(\.index)
        #expect(found.count == 2, "seed \(seed), \(percent) %: \(found)")
        if found == [22, 41] { exact += 1 }
      }
      #expect(exact >= 47, "\(percent) %")
    }
  }

  @Test func aStepOfTwoDeviationsIsFoundWithinThreePoints() {
    var places: [Int] = []
    for seed in 0..<200 {
      var random = RandomSeries(seed: seed)
      let values = random.noise(50, mean: 100) { _ in 3 } + random.noise(50, mean: 106) { _ in 3 }
      let found = ChangePoints(values).steps.map(\.index)
      #expect(found.count == 1, "seed \(seed): \(found)")
      places.append(found.first ?? 0)
    }
    #expect(places.sorted()[99...100] == [50, 50])
    #expect(places.count { (47...53).contains($0) } >= 180)
  }

  /// How the noise of a series may go while its mean stays.
  private static let deviations: [(name: String, deviation: @Sendable (Double) -> Double)] = [
    ("constant", { _ in 1 }), ("growing", { 1 + 2 * $0 }), ("falling", { 3 - 2 * $0 }),
    ("one step up", { $0 < 0.5 ? 1 : 3 }), ("one step down", { $0 < 0.5 ? 3 : 1 }),
    ("ten times as much", { $0 < 0.5 ? 1 : 10 }),
    ("calm in the middle", { abs($0 - 0.5) < 0.17 ? 1 : 3 }),
  ]

  @Test(arguments: deviations.indices, [5, 8, 15, 30, 80])
  func aConstantMeanGivesNoAlarm(_ kind: Int, _ count: Int) {
    let (name, deviation) = Self.deviations[kind]
    let alarms = (0..<200).filter { seed in
      var random = RandomSeries(seed: 1000 * kind + 100_000 * count + seed)
      return !ChangePoints(random.noise(count, mean: 100, deviation: deviation)).steps.isEmpty
    }
    #expect(alarms.count <= 10, "\(name), \(count) points: seeds \(alarms)")
  }

  @Test(arguments: [1, 2], [8, 15, 50])
  func loneOutliersGiveNoAlarm(_ outliers: Int, _ count: Int) {
    let alarms = (0..<200).filter { seed in
      var random = RandomSeries(seed: 7000 * outliers + 100_000 * count + seed)
      var values = random.noise(count, mean: 100) { _ in 1 }
      random.addOutliers(outliers, to: &values, distance: 12)
      return !ChangePoints(values).steps.isEmpty
    }
    #expect(alarms.count <= 10, "seeds \(alarms)")
  }

  @Test func outliersDoNotHideAStep() {
    var exact = 0
    for seed in 0..<50 {
      var random = RandomSeries(seed: seed)
      var values =
        random.noise(25, mean: 100) { _ in 2 } + random.noise(25, mean: 118) { _ in 2 }
      random.addOutliers(2, to: &values, distance: 80)
      let found = ChangePoints(values).steps.map(\.index)
      #expect(found.contains { abs($0 - 25) <= 3 }, "seed \(seed): \(found)")
      if found == [25] { exact += 1 }
    }
    // The others have an outlier beside the step.
    #expect(exact >= 44)
  }

  @Test func equalValuesAndLoneOnesAmongThemAreNoSteps() {
    for count in [0, 1, 2, 5, 30] {
      #expect(ChangePoints(levels([(0.875, count)])).steps == [])
    }
    #expect(ChangePoints(levels([(1, 10), (5, 1), (1, 12)])).steps == [])
    #expect(ChangePoints(levels([(1, 3), (5, 1), (1, 12), (0, 1), (1, 4)])).steps == [])
  }

  @Test func theLeastChangeOfEqualValuesIsAStep() {
    let next = 0.875.nextUp
    #expect(ChangePoints(levels([(0.875, 10), (next, 10)])).steps.map(\.index) == [10])
    #expect(ChangePoints(levels([(0.875, 3), (next, 1)])).steps.map(\.index) == [3])
    #expect(ChangePoints([0.875, next], isExact: true).steps.map(\.index) == [1])
  }

  @Test func exactSeriesNameAPointThatReturns() {
    let values = levels([(1, 10), (5, 1), (1, 12)])
    let found = ChangePoints(values, isExact: true).steps
    #expect(found.map(\.index) == [10, 11])
    #expect(found.map(\.after) == [5, 1])
  }

  @Test func aLonePointAmongEqualOnesDoesNotHideASmallStep() {
    let values = levels([(1000, 10), (2000, 1), (1000, 10), (1010, 9)])
    #expect(ChangePoints(values).steps.map(\.index) == [21])
  }

  @Test func countsThatFlickerBetweenTwoValuesAreNoise() {
    let alarms = (0..<200).filter { seed in
      var random = CounterRandom(seed: UInt64(seed), stream: 9)
      let values = (0..<40).map { _ in random.unit() < 0.2 ? 1001.0 : 1000 }
      return !ChangePoints(values).steps.isEmpty
    }
    #expect(alarms.count <= 10, "seeds \(alarms)")
  }

  @Test func threePointsMakeALevel() {
    var found = 0
    for seed in 0..<50 {
      var random = RandomSeries(seed: seed)
      let values = random.noise(12, mean: 100) { _ in 1 } + random.noise(3, mean: 112) { _ in 1 }
      if ChangePoints(values).steps.map(\.index) == [12] { found += 1 }
    }
    #expect(found >= 47)
  }

  @Test func aDriftIsAStepEachTimeItAddsUp() {
    var random = RandomSeries(seed: 5)
    let values = (0..<80).map { 1000 + Double($0) + 0.5 * random.normal() }
    let all = ChangePoints(values).steps
    let large = ChangePoints(values, leastChange: 0.02).steps
    #expect(large.count < all.count)
    #expect(!large.isEmpty)
    for step in large { #expect(step.after / step.before >= 1.02) }
    #expect(ChangePoints(values, leastChange: 1).steps == [])
    // Without noise nothing is joined.
    #expect(ChangePoints(levels([(1000, 5), (1001, 5)]), leastChange: 0.02).steps.count == 1)
  }

  @Test func unitsDoNotMatter() {
    var random = RandomSeries(seed: 4)
    let values = random.noise(20, mean: 5) { _ in 1 } + random.noise(20, mean: 9) { _ in 1 }
    let places = ChangePoints(values).steps.map(\.index)
    #expect(places.count == 1)
    #expect(ChangePoints(values.map { $0 * 0x1p30 }).steps.map(\.index) == places)
    #expect(ChangePoints(values.map { -$0 }).steps.map(\.index) == places)
  }
}

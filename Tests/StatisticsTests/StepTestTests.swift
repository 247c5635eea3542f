import Testing

@testable import Statistics

struct StepTestTests {
  @Test func aStepWithoutNoiseHasTheSmallestP() {
    #expect(StepTest([1, 1, 1, 2, 2, 2], at: 3).p == 0.001)
    #expect(StepTest([1, 1, 1, 2, 2, 2], at: 3, draws: 99).p == 0.01)
  }

  @Test func noStepIsReachedByEverySeries() {
    #expect(StepTest([1, 1, 1, 1, 1, 1], at: 3).p == 1)
    #expect(StepTest([1, 2, 3, 1, 2, 3], at: 3).p == 1)
  }

  @Test func aTestThatIsSureOfNothingEndsEarly() {
    // 20 of 20, where all 999 would have given 1 too.
    #expect(StepTest([1, 1, 1, 1, 1, 1], at: 3, draws: .max - 1).p == 1)
  }

  @Test func theScaleAndTheDirectionDoNotMatter() {
    let values = [1, 1.5, 0.5, 1.2, 2.4, 3.1, 2.8, 2]
    let p = StepTest(values, at: 4).p
    #expect(p > 0.001 && p < 0.5)
    #expect(StepTest(values.map { $0 * -1024 }, at: 4).p == p)
    #expect(Set((0..<5).map { StepTest(values, at: 4, seed: $0).p }).count > 1)
  }

  /// With the place fixed beforehand and little else to choose from, p is nearly uniform or larger.
  @Test func noiseAloneSeldomHasASmallP() {
    var alarms = 0
    for seed in 0..<400 {
      var random = RandomSeries(seed: seed)
      let values = random.noise(40, mean: 10) { $0 < 0.5 ? 1 : 4 }
      if StepTest(values, at: 20, minimumLength: 18, draws: 199).p <= 0.05 { alarms += 1 }
    }
    // 5 % of 400 and three standard errors.
    #expect(alarms <= 33)
  }
}

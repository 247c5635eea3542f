import Detection
import Statistics
import Testing

@Suite struct SequentialProbabilityRatioTestTests {
  @Test func theBoundariesAreWalds() throws {
    let test = SequentialProbabilityRatioTest(alpha: 0.01, beta: 0.05)
    #expect((test.upper - Elementary.log(95)).magnitude < 1e-14)
    #expect((test.lower - Elementary.log(0.05 / 0.99)).magnitude < 1e-14)
    let rates = try #require(test.errorRates)
    #expect((rates.alpha - 0.01).magnitude < 1e-15 && (rates.beta - 0.05).magnitude < 1e-15)
    #expect(SequentialProbabilityRatioTest(lower: 0.5, upper: 2).errorRates == nil)
    #expect(SequentialProbabilityRatioTest(lower: -1, upper: -0.5).errorRates == nil)
    #expect(SequentialProbabilityRatioTest(lower: -1, upper: 900).errorRates?.alpha == 0)
  }

  @Test func anAcceptedNullHypothesisRestartsTheTest() {
    var test = SequentialProbabilityRatioTest(lower: -2, upper: 3)
    let alarms = [-1.0, -1.5, 2, 0.5, 1].map { test.observe($0) }
    // Sums: −1, −2.5 → 0, 2, 2.5, 3.5; without the restart the last would be 1.
    #expect(alarms == [false, false, false, false, true])
    #expect(test.acceptances == 1)
    #expect(test.sum == 3.5)
  }

  @Test func theBoundariesAreReachedByEqualSums() {
    var test = SequentialProbabilityRatioTest(lower: -2, upper: 3)
    let alarms = [-2.0, 3].map { test.observe($0) }
    #expect(alarms == [false, true])
    #expect(test.acceptances == 1)
  }

  /// Error rates and mean sample number of single tests on simulated log-likelihood ratios.
  @Test(arguments: [(0.05, 0.05), (0.02, 0.1), (0.1, 0.02)])
  func errorRatesAndSampleNumberAgreeWithTheory(_ alpha: Double, _ beta: Double) {
    let (shift, runs) = (0.2, 2000)
    let fresh = SequentialProbabilityRatioTest(alpha: alpha, beta: beta)
    for shifted in [false, true] {
      var random = CounterRandom(seed: 8, stream: shifted ? 1 : 0)
      var (alarms, observations) = (0, 0)
      for _ in 0..<runs {
        var test = fresh
        var alarm = false
        while !alarm, test.acceptances == 0 {
          alarm = test.observe(random.ratio(shift: shift, shifted: shifted))
          observations += 1
        }
        if alarm { alarms += 1 }
      }
      let errors = Double(shifted ? runs - alarms : alarms) / Double(runs)
      let bound = shifted ? beta : alpha
      // Three deviations of the simulation.
      #expect(errors <= bound + 3 * (bound * (1 - bound) / Double(runs)).squareRoot())
      #expect(errors > bound / 2)
      // Wald's approximation takes the boundaries as hit exactly; Siegmund 1985 adds 0.583
      // deviations of overshoot to each.
      let reject = shifted ? 1 - beta : alpha
      let mean = (shifted ? 0.5 : -0.5) * shift * shift
      func number(_ overshoot: Double) -> Double {
        (reject * (fresh.upper + overshoot) + (1 - reject) * (fresh.lower - overshoot)) / mean
      }
      let seen = Double(observations) / Double(runs)
      #expect((seen / number(0) - 1).magnitude < 0.1, "\(seen) for \(number(0))")
      #expect((seen / number(0.583 * shift) - 1).magnitude < 0.06, "\(seen)")
    }
  }
}

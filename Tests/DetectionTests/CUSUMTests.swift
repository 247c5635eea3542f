import Detection
import Statistics
import Testing

@Suite struct CUSUMTests {
  @Test func theSumNeverFallsBelow0() {
    var test = CUSUM(drift: 0.5, threshold: 2)
    let alarms = [-3, 1, -9, 2, 1, 0.25, 0.5].map { test.observe($0) }
    // Sums: 0, .5, 0, 1.5, 2, 1.75, 1.75.
    #expect(alarms == [false, false, false, false, true, false, false])
    #expect(test.sum == 1.75)
  }

  /// Published values of the approximation and of the exact run lengths for a reference value of
  /// one half (Montgomery 2009, "Introduction to Statistical Quality Control", table 9.3: two-sided
  /// 168 and 465 are 336 and 930 on one side; 8.38 and 10.4 after a shift of one deviation).
  @Test(arguments: [(4.0, 336.0, 8.38), (5.0, 930.0, 10.4)])
  func theApproximationAgreesWithTheTables(_ h: Double, _ before: Double, _ after: Double) {
    let test = CUSUM(drift: 0.5, threshold: h)
    #expect((test.runLength(mean: 0, deviation: 1) / before - 1).magnitude < 0.02)
    #expect((test.runLength(mean: 1, deviation: 1) / after - 1).magnitude < 0.02)
    #expect(h != 5 || (test.runLength(mean: 0, deviation: 1) - 938.2).magnitude < 0.1)
  }

  @Test func theApproximationIsSmoothWhereTheDriftIsTheMean() {
    let test = CUSUM(drift: 0.5, threshold: 3)
    let middle = test.runLength(mean: 0.5, deviation: 1)
    #expect((middle - 4.166 * 4.166).magnitude < 1e-9)
    for delta in [1e-12, 1e-6, 1e-4, 1.3e-4] {
      let (below, above) = (
        test.runLength(mean: 0.5 - delta, deviation: 1),
        test.runLength(mean: 0.5 + delta, deviation: 1)
      )
      #expect(below > above || delta < 1e-10)
      #expect((below / middle - 1).magnitude < 4 * delta + 1e-9)
    }
  }

  /// Mean observations to the alarm on simulated log-likelihood ratios.
  private func simulated(_ test: CUSUM, shift: Double, shifted: Bool, runs: Int) -> Double {
    var random = CounterRandom(seed: 20, stream: shifted ? 1 : 0)
    var total = 0
    for _ in 0..<runs {
      var test = test
      repeat { total += 1 } while !test.observe(random.ratio(shift: shift, shifted: shifted))
    }
    return Double(total) / Double(runs)
  }

  /// With 2,000 runs of a geometric-like length the simulation itself is within about 5 %.
  @Test(arguments: [0.5, 1.0], [0.0, 0.1])
  func runLengthAndDelayAgreeWithTheory(_ shift: Double, _ drift: Double) {
    let test = CUSUM(drift: drift, threshold: 3 * shift)
    let mean = shift * shift / 2
    for shifted in [false, true] {
      let theory = test.runLength(mean: shifted ? mean : -mean, deviation: shift)
      let seen = simulated(test, shift: shift, shifted: shifted, runs: 2000)
      #expect((seen / theory - 1).magnitude < 0.1, "\(seen) for \(theory), shifted \(shifted)")
    }
  }

  @Test(arguments: [0.5, 1.0], [100.0, 300.0])
  func theThresholdOfAWantedRunLengthHoldsIt(_ shift: Double, _ wanted: Double) {
    let h = CUSUM.threshold(
      runLength: wanted, drift: 0, mean: -shift * shift / 2, deviation: shift)
    let test = CUSUM(drift: 0, threshold: h)
    let solved = test.runLength(mean: -shift * shift / 2, deviation: shift)
    #expect((solved / wanted - 1).magnitude < 1e-9)
    let seen = simulated(test, shift: shift, shifted: false, runs: 1500)
    #expect((seen / wanted - 1).magnitude < 0.12, "\(seen) for \(wanted)")
  }

  @Test func aRunLengthThatIsSurpassedAnywayNeedsNoThreshold() {
    #expect(CUSUM.threshold(runLength: 1, drift: 0, mean: -0.5, deviation: 1) == 0)
    #expect(
      (CUSUM.threshold(runLength: 1000, drift: 0, mean: -0.5, deviation: 1) - 5.06).magnitude
        < 0.01)
  }
}

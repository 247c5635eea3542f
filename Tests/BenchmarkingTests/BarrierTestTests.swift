import Testing

@testable import Benchmarking

@Suite struct BarrierTestTests {
  @Test func timeGrowsWithRepetitions() throws { try BarrierTest.check() }

  @Test func workThatTakesNoTimeIsFoundOut() {
    #expect(BarrierTest.ratio(seconds: { _ in 1e-6 }) == 1)
    #expect(BarrierTest.ratio(seconds: { _ in 0 }) == 0)
    #expect(BarrierTest.ratio(seconds: { Double($0) * 1e-9 }) == 2)
  }

  /// A clock that slows down in the course of the pairs does not change their ratio much.
  @Test func driftCancels() {
    var calls = 0.0
    let ratio = BarrierTest.ratio { repetitions in
      calls += 1
      return Double(repetitions) * (1 + calls / 100)
    }
    #expect(abs(ratio - 2) < 0.05)
  }

  @Test func theErrorSaysHowMuch() {
    #expect(
      ComparisonError.barrierFailed(ratio: 1.02).description
        == "the optimiser barrier does not hold: twice the work took 1.02 times as long; "
        + "expected at least 1.5")
  }
}

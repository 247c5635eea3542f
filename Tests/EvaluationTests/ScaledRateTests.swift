import Testing

@testable import Evaluation

struct ScaledRateTests {
  @Test func theIntervalIsWilsonsTimesTheScale() {
    let rate = ScaledRate(events: 200, trials: 254, scale: 1000)
    #expect(isClose(rate.value, 200_000.0 / 254))
    #expect(isClose(rate.low, 732.9963328, tolerance: 1e-7))
    #expect(isClose(rate.high, 833.2430946, tolerance: 1e-7))
  }

  @Test func noEventsHaveAnUpperBoundAndNoTrialsHaveNothing() {
    let none = ScaledRate(events: 0, trials: 300, scale: 10_000)
    #expect(none.value == 0)
    #expect(isClose(none.high, 126.429712, tolerance: 1e-6))
    let empty = ScaledRate(events: 0, trials: 0, scale: 1000)
    #expect(empty.value == nil && empty.low == nil && empty.high == nil)
  }
}

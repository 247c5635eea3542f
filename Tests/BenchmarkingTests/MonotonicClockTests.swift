import Benchmarking
import Testing

struct MonotonicClockTests {
  @Test func itNeverGoesBack() {
    var last = MonotonicClock.nanoseconds()
    for _ in 0..<1000 {
      let now = MonotonicClock.nanoseconds()
      #expect(now >= last)
      last = now
    }
  }

  @Test func measureGivesTheResultAndATime() {
    let (result, elapsed) = MonotonicClock.measure { 6 * 7 }
    #expect(result == 42)
    #expect(elapsed >= .zero)
  }

  @Test(arguments: CPUClock.allCases) func processorTimeNeverGoesBack(clock: CPUClock) {
    let before = clock.nanoseconds()
    for _ in 0..<1000 { blackHole(clock) }
    #expect(clock.nanoseconds() >= before)
    #expect(clock.nanoseconds() > 0)
  }

  @Test func durationsInSeconds() {
    #expect(Duration.milliseconds(1500).seconds == 1.5)
    #expect(abs(Duration.nanoseconds(25).seconds - 25e-9) < 1e-20)
  }
}

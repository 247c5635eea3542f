import Benchmarking
import Testing

struct BlackHoleTests {
  private func work(_ repetitions: Int) -> Double {
    let times = (0..<5).map { _ in
      MonotonicClock.measure {
        for number in 0..<repetitions { blackHole(number &* number) }
      }.elapsed.seconds
    }
    return times.min() ?? 0
  }

  @Test func timeGrowsWithRepetitions() {
    // If the optimiser removed the work, a hundred times as much would take no longer.
    #expect(work(200_000) > 10 * work(2_000))
  }
}

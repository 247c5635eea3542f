import Statistics
import Testing

@Suite struct GaussianTests {
  @Test func ratiosHaveTheMomentsThatTheoryNeeds() {
    var random = CounterRandom(seed: 1, stream: 0)
    for shifted in [false, true] {
      let ratios = (0..<20_000).map { _ in random.ratio(shift: 0.5, shifted: shifted) }
      let mean = ratios.reduce(0, +) / 20_000
      let variance = ratios.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
      #expect((mean - (shifted ? 0.125 : -0.125)).magnitude < 0.015)
      #expect((variance - 0.25).magnitude < 0.015)
    }
  }
}

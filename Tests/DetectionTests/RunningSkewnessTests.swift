import Statistics
import Testing

@testable import Detection

@Suite struct RunningSkewnessTests {
  @Test(arguments: [UInt64(1), 2, 3])
  func agreesWithTheDefinitionAndWithAnyOrder(seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 0)
    var running = RunningSkewness()
    var scores: [Double] = []
    for _ in 0..<150 {
      scores.append(random.below(3) == 0 ? random.unit() * 2 : 0)
      running.insert(scores[scores.count - 1])
      let count = Double(scores.count)
      let mean = scores.reduce(0, +) / count
      let sorted = scores.sorted()
      let median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
      let variance = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
      let expected = count < 10 || variance == 0 ? 0 : (mean - median) / variance.squareRoot()
      #expect((running.value - expected).magnitude < 1e-9, "seed \(seed), \(scores.count) scores")
      var backwards = RunningSkewness()
      for score in scores.reversed() { backwards.insert(score) }
      #expect(backwards.value.bitPattern == running.value.bitPattern, "seed \(seed)")
    }
  }

  @Test func equalScoresHaveNoSkewness() {
    var running = RunningSkewness()
    for count in 1...40 {
      running.insert(0.6)
      #expect(running.value == 0, "\(count) scores")
    }
    // One that differs is no longer rounding noise.
    running.insert(0.6000001)
    #expect(running.value > 0.1)
  }

  @Test func beginsAnew() {
    var running = RunningSkewness()
    for place in 0..<20 { running.insert(place < 3 ? 1 : 0) }
    #expect(running.value > 0)
    running.begin()
    #expect(running.value == 0)
  }
}

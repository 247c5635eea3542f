import Glibc

@testable import Statistics

/// Made-up series, each decided by its seed.
struct RandomSeries {
  private var random: CounterRandom

  init(seed: Int) { random = CounterRandom(seed: UInt64(seed), stream: 0, purpose: 0xC4A9) }

  /// A normal number (Box and Muller 1958).
  mutating func normal() -> Double {
    (-2 * log(1 - random.unit())).squareRoot() * cos(2 * .pi * random.unit())
  }

  /// Normal numbers about `mean`, with the standard deviation that `deviation` gives at a share 0…1
  /// of the way.
  mutating func noise(
    _ count: Int, mean: Double, deviation: (Double) -> Double
  ) -> [Double] {
    (0..<count).map { mean + deviation(Double($0) / Double(max(count - 1, 1))) * normal() }
  }

  /// Puts a value far from the others at a few random places but the last.
  mutating func addOutliers(_ outliers: Int, to values: inout [Double], distance: Double) {
    for _ in 0..<outliers {
      values[random.below(values.count - 1)] += random.unit() < 0.5 ? distance : -distance
    }
  }
}

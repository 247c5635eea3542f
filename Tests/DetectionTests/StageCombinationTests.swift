import Statistics
import Testing

@testable import Detection

@Suite struct StageCombinationTests {
  /// Margins of two stages whose log-odds are 1.5·m₁ + 0.5·m₂ − 1.
  static func sample(
    _ seed: UInt64, second weight: Double = 0.5
  ) -> (first: [Double], second: [Double], isPositive: [Bool]) {
    var random = CounterRandom(seed: seed, stream: 0)
    var sample: (first: [Double], second: [Double], isPositive: [Bool]) = ([], [], [])
    for _ in 0..<4000 {
      let (m1, m2) = (4 * random.unit() - 2, 8 * random.unit() - 3)
      sample.first.append(m1)
      sample.second.append(m2)
      sample.isPositive.append(
        random.unit() < Elementary.logistic(1.5 * m1 + weight * m2 - 1))
    }
    return sample
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func theWeightsOfBothStagesAreFound(_ seed: UInt64) {
    let (first, second, isPositive) = Self.sample(seed)
    let found = StageCombination(first, second, isPositive: isPositive)
    #expect((found.first - 1.5).magnitude < 0.2, "seed \(seed)")
    #expect((found.second - 0.5).magnitude < 0.1, "seed \(seed)")
    #expect((found.intercept + 1).magnitude < 0.2, "seed \(seed)")
    #expect(found.margin(1, 2) == found.first + found.second * 2 + found.intercept)
  }

  @Test func aStageThatSpeaksAgainstItselfOrSaysNothingIsLeftOut() {
    let (first, second, isPositive) = Self.sample(4, second: -0.5)
    let platt = Calibration(margins: first, isPositive: isPositive)
    let alone = StageCombination(first: platt.slope, second: 0, intercept: platt.intercept)
    #expect(StageCombination(first, second, isPositive: isPositive) == alone)
    let silent = second.map { _ in 0.0 }
    #expect(StageCombination(first, silent, isPositive: isPositive) == alone)
  }
}

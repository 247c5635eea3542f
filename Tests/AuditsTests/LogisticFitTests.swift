import Statistics
import Testing

@testable import Audits

@Suite struct LogisticFitTests {
  private func rows(_ seed: UInt64, count: Int = 60) -> [SparseRow] {
    var random = CounterRandom(seed: seed, stream: 1)
    return (0..<count).map { _ in
      let x = random.unit() * 2 - 1
      let y = random.unit() * 2 - 1
      return SparseRow([(0, x), (1, y)], isPositive: x + 0.5 * y + random.unit() - 0.5 > 0)
    }
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func noNeighbourHasASmallerObjective(_ seed: UInt64) {
    let rows = rows(seed)
    let fit = LogisticFit(rows, features: 2, cost: 2)
    let best = fit.weights + [fit.bias]
    let value = LogisticFit.objective(rows, best, 2)
    for coordinate in best.indices {
      for step in [-1e-3, 1e-3] {
        var moved = best
        moved[coordinate] += step
        #expect(LogisticFit.objective(rows, moved, 2) > value, "seed \(seed)")
      }
    }
  }

  @Test func withoutFeaturesTheBiasIsTheLogOddsOfTheShare() {
    let rows = (0..<4).map { SparseRow([], isPositive: $0 == 0) }
    let fit = LogisticFit(rows, features: 0, cost: 1)
    #expect(abs(LogisticFit.probability(fit.bias) - 0.25) < 1e-6)
  }
}

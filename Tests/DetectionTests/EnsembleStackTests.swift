import Statistics
import Testing

@testable import Detection

@Suite struct EnsembleStackTests {
  /// A member that is right but noisy, one of noise.
  static func rows(_ seed: UInt64, count: Int = 80) -> StackRows {
    var random = CounterRandom(seed: seed, stream: 0)
    var rows = StackRows(logits: [], isPositive: [], folds: [])
    for index in 0..<count {
      let positive = index % 4 == 0
      rows.isPositive.append(positive)
      rows.logits.append([(positive ? 1 : -1) + 1.5 * random.normal(), random.normal()])
      rows.folds.append(index % 5)
    }
    return rows
  }

  @Test(arguments: 1..<6)
  func aMarginOutOfFoldIgnoresItsOwnFold(_ seed: UInt64) {
    let rows = Self.rows(seed)
    let margins = EnsembleStack.outOfFold(rows, cost: EnsembleStack.bestCost)
    // Turning every class of a fold around leaves the margins of that fold as they are.
    for fold in 0..<5 {
      var turned = rows
      for index in rows.folds.indices where rows.folds[index] == fold {
        turned.isPositive[index].toggle()
      }
      let others = EnsembleStack.outOfFold(turned, cost: EnsembleStack.bestCost)
      for index in rows.folds.indices {
        #expect(
          (others[index] == margins[index]) == (rows.folds[index] == fold), "seed \(seed)")
      }
    }
  }

  @Test func theMarginIsTheWeightedVote() {
    let stack = EnsembleStack(weights: [0.5, 2], bias: -1)
    #expect(stack.margin([2, 0.25]) == 0.5)
  }

  @Test func theCostIsTheBestOfTheGrid() {
    let rows = Self.rows(7)
    let best = EnsembleStack.bestCost(rows)
    func precision(_ cost: Double) -> Double {
      AveragePrecision.of(
        EnsembleStack.outOfFold(rows) { _ in cost }, isPositive: rows.isPositive)
    }
    for cost in EnsembleStack.costs {
      // Ties go to the smaller cost.
      #expect(cost < best ? precision(cost) < precision(best) : precision(cost) <= precision(best))
    }
  }

  @Test func filteringKeepsRowsTogether() {
    let rows = Self.rows(3).filter { $0 == 2 }
    #expect(rows.folds == [Int](repeating: 2, count: 16))
    #expect(rows.logits.count == 16 && rows.isPositive.count == 16)
  }
}

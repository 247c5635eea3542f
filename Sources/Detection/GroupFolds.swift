import Statistics

/// Folds for cross-fitting that never tear a group apart.
enum GroupFolds {
  /// The fold of every item, `0..<count`; fewer folds, but at least two, where fewer groups of a
  /// class occur than `count`. Groups are dealt in an order drawn from `seed`, those with a
  /// positive item first, so that every fold has its share of both classes.
  static func folds(
    _ groups: [String], isPositive: [Bool], count: Int, seed: UInt64
  ) -> [Int] {
    var positions: [String: Int] = [:]
    var hasPositive: [Bool] = []
    let numbers = zip(groups, isPositive).map { group, positive in
      let number = positions[group] ?? hasPositive.count
      positions[group] = number
      if number == hasPositive.count { hasPositive.append(false) }
      if positive { hasPositive[number] = true }
      return number
    }
    let kinds = [true, false].map { kind in hasPositive.indices.filter { hasPositive[$0] == kind } }
    let count = max(2, min(count, kinds.map(\.count).filter { $0 > 0 }.min() ?? 0))
    var random = CounterRandom(seed: seed, stream: 0, purpose: 0x666F_6C64)
    var foldOfGroup = [Int](repeating: 0, count: hasPositive.count)
    var next = 0
    for var kind in kinds {
      kind.shuffle(using: &random)
      for group in kind {
        foldOfGroup[group] = next % count
        next += 1
      }
    }
    return numbers.map { foldOfGroup[$0] }
  }
}

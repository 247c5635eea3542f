import Glibc
import Statistics

/// How much a category tells of a class, in bits.
struct PersonaInformation {
  /// The mutual information with the correction of Miller (1955) and Madow: each entropy grows by
  /// (cells − 1) / 2N. May be negative.
  let bits: Double
  /// What 99 % of the permutations of the classes stay below.
  let permuted: Double

  /// Compares the classes with categories of the same units; nil unless both classes occur and there
  /// is a category.
  init?(_ categories: [String], isPositive: [Bool], permutations: Int = 500) {
    guard isPositive.contains(true), isPositive.contains(false), !categories.isEmpty else {
      return nil
    }
    var numbers: [String: Int] = [:]
    let dense = categories.map { name in
      let number = numbers[name] ?? numbers.count
      numbers[name] = number
      return number
    }
    bits = Self.bits(dense, isPositive, categories: numbers.count)
    var random = CounterRandom(seed: 0, stream: 0, purpose: 0x9E25)
    let values = (0..<permutations).map { _ in
      let order = random.permutation(of: isPositive.count)
      return Self.bits(dense, order.map { isPositive[$0] }, categories: numbers.count)
    }
    permuted = OrderStatistics.percentile(99, ofSorted: values.sorted()) ?? 0
  }

  private static func bits(_ values: [Int], _ isPositive: [Bool], categories: Int) -> Double {
    var joint = [Int](repeating: 0, count: 2 * categories)
    for (value, positive) in zip(values, isPositive) { joint[2 * value + (positive ? 1 : 0)] += 1 }
    let rows = (0..<categories).map { joint[2 * $0] + joint[2 * $0 + 1] }
    let positives = isPositive.count(where: \.self)
    return entropy(rows) + entropy([positives, isPositive.count - positives]) - entropy(joint)
  }

  /// The entropy of counts in bits with the correction of Miller and Madow; empty cells count
  /// nowhere, nothing has entropy 0.
  static func entropy(_ counts: [Int]) -> Double {
    let total = Double(counts.reduce(0, +))
    guard total > 0 else { return 0 }
    let cells = counts.filter { $0 > 0 }
    let plain = cells.reduce(0) { sum, count in
      let share = Double(count) / total
      return sum - share * log2(share)
    }
    return plain + Double(cells.count - 1) / (2 * total * log(2.0))
  }
}

import Statistics

/// The order in which contestants of one block give their samples: a seeded random order, then the
/// same backwards (A B B A), so that whatever drifts evenly over a block weighs on all alike.
///
/// ```swift
/// DuetOrder.block(of: 2, seed: 7, stream: 0)  // [1, 0, 0, 1]
/// ```
public enum DuetOrder {
  /// The order of one block, every index of `0..<contestants` twice; empty without contestants.
  ///
  /// - Parameter stream: the number of the block; each has an order of its own.
  public static func block(of contestants: Int, seed: UInt64, stream: UInt64) -> [Int] {
    var random = CounterRandom(seed: seed, stream: stream, purpose: 0xABBA)
    let order = random.permutation(of: contestants)
    return order + order.reversed()
  }
}

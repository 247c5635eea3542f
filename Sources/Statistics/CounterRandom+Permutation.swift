extension CounterRandom {
  /// The numbers `0..<count` in random order (Fisher and Yates; Durstenfeld 1964,
  /// doi:10.1145/364520.364540). O(count); the same on every machine.
  ///
  /// ```swift
  /// var random = CounterRandom(seed: 1, stream: 0)
  /// random.permutation(of: 3).sorted()  // [0, 1, 2]
  /// ```
  ///
  /// - Precondition: `count` ≥ 0.
  public mutating func permutation(of count: Int) -> [Int] {
    precondition(count >= 0, "a permutation has no negative length")
    var order = Array(0..<count)
    for last in order.indices.reversed().dropLast() {
      order.swapAt(last, below(last + 1))
    }
    return order
  }
}

internal import Statistics

/// A keyed permutation of 0..<count, so that positions say nothing about what stands there.
///
/// Four Feistel rounds on the smallest even number of bits that holds `count`, walked along its
/// cycle until the value is below `count` (Black & Rogaway 2002, doi:10.1007/3-540-45760-7_9).
struct Permutation: Sendable {
  let count: Int
  private let half: UInt64
  private let keys: InlineArray<4, UInt64>

  init(count: Int, key: UInt64) {
    self.count = count
    var bits: UInt64 = 1
    while 1 << (2 * bits) < UInt64(max(count, 1)) { bits += 1 }
    half = bits
    let random = CounterRandom(seed: key, stream: 0, purpose: 0x9E)
    keys = [random.value(at: 0), random.value(at: 1), random.value(at: 2), random.value(at: 3)]
  }

  /// Where `index` goes. O(1) expected.
  ///
  /// - Precondition: `index` is in 0..<count.
  func callAsFunction(_ index: Int) -> Int {
    precondition((0..<count).contains(index), "outside of the permutation")
    var word = UInt64(index)
    let mask: UInt64 = 1 << half - 1
    repeat {
      var (left, right) = (word >> half, word & mask)
      for round in 0..<4 {
        (left, right) = (right, left ^ (CounterRandom.mix(right &+ keys[round]) & mask))
      }
      word = left << half | right
    } while word >= UInt64(count)
    return Int(word)
  }
}

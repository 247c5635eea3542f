import Statistics
import Testing

struct CounterRandomPermutationTests {
  @Test(arguments: [0, 1, 2, 50]) func everyNumberStandsOnce(count: Int) {
    var random = CounterRandom(seed: 3, stream: UInt64(count))
    #expect(random.permutation(of: count).sorted() == Array(0..<count))
  }

  @Test func allOrdersAreEquallyLikely() {
    var random = CounterRandom(seed: 4, stream: 0)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6000 { counts[random.permutation(of: 3), default: 0] += 1 }
    #expect(counts.count == 6)
    for count in counts.values { #expect(abs(count - 1000) < 160) }
  }

  @Test func theSameSeedGivesTheSameOrder() {
    var (a, b) = (CounterRandom(seed: 5, stream: 1), CounterRandom(seed: 5, stream: 1))
    #expect(a.permutation(of: 30) == b.permutation(of: 30))
    #expect(a.permutation(of: 30) != CounterRandom(seed: 5, stream: 1).firstPermutation(of: 30))
  }
}

extension CounterRandom {
  fileprivate func firstPermutation(of count: Int) -> [Int] {
    var copy = self
    return copy.permutation(of: count)
  }
}

import Statistics
import Testing

@testable import Detection

@Suite struct CountTableTests {
  @Test(arguments: [UInt64(1), 2, 3])
  func countsLikeADictionary(_ seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 0)
    var table = CountTable()
    for conversation in 0..<20 {
      table.begin()
      var expected: [UInt32: Int] = [:]
      for _ in 0..<random.below(4000) {
        // Few buckets far apart and many close together: long probe sequences.
        let bucket = UInt32(random.below(conversation % 2 == 0 ? 3000 : 1 << 22))
        #expect(table.add(bucket) == expected[bucket, default: 0], "seed \(seed)")
        expected[bucket, default: 0] += 1
      }
      #expect(table.distinct == expected.count)
      #expect(expected.allSatisfy { table.count($0.key) == $0.value }, "seed \(seed)")
    }
  }

  @Test func the4097thFeatureIsRefusedAndTheOthersStillCount() {
    var table = CountTable()
    table.begin()
    for bucket in 0..<UInt32(CountTable.maximumDistinct) { #expect(table.add(bucket * 64) == 0) }
    #expect(table.add(1) == -1 && table.add(1) == -1)
    #expect(table.count(1) == 0)
    #expect(table.add(64) == 1)
    table.begin()
    #expect(table.add(1) == 0 && table.count(64) == 0)
  }

  @Test func aCountStopsAtItsLargestValue() {
    var table = CountTable()
    table.begin()
    var refused = 0
    for _ in 0..<300_000 where table.add(7) < 0 { refused += 1 }
    #expect(table.count(7) == 1 << 18 - 1)
    #expect(refused == 300_000 - (1 << 18 - 1))
    #expect(table.count(8) == 0)
  }
}

extension CountTable {
  /// Counts one occurrence: how often it had occurred before, −1 where it is refused.
  fileprivate mutating func add(_ bucket: UInt32) -> Int {
    var before = -1
    tally([bucket].span) { before = $1 }
    return before
  }
}

import Testing
import TextFeatures

@testable import Detection

@Suite struct ProfileRowsTests {
  @Test func partsAreConsecutiveAndCoverTheConversation() {
    for count in 0...10 {
      for parts in 1...3 {
        let ranges = (0..<parts).map { ProfileRows.part($0, of: parts, 5..<5 + count) }
        #expect(ranges.first?.lowerBound == 5 && ranges.last?.upperBound == 5 + count)
        for (one, next) in zip(ranges, ranges.dropFirst()) {
          #expect(one.upperBound == next.lowerBound)
        }
        let sizes = ranges.map(\.count)
        #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
      }
    }
  }

  @Test func everyPartIsARowOfItsOwnProfile() {
    let examples = ToyCorpus.examples(seed: 3, count: 4)
    let hasher = FeatureHasher(bits: 12, words: 2)
    let rows = ProfileRows(
      examples, picks: [0, 1, 3], parts: 3, hasher: hasher, checkpoint: {})
    #expect(rows.profileCount == 6)
    #expect(rows.profiles == [3, 4, 5, 0, 1, 2, 0, 1, 2])
    #expect(rows.conversations == [0, 0, 0, 1, 1, 1, 2, 2, 2])
    // The parts hold what the whole conversation holds.
    let whole = FeatureRows(all: examples, hasher: hasher, checkpoint: {})
    for (number, pick) in [0, 1, 3].enumerated() {
      var counts: [UInt32: Int] = [:]
      for row in 0..<rows.texts.count where rows.conversations[row] == number {
        for entry in rows.texts.starts[row]..<rows.texts.starts[row + 1] {
          counts[rows.texts.buckets[entry], default: 0] += Int(rows.texts.counts[entry])
        }
      }
      for entry in whole.starts[pick]..<whole.starts[pick + 1] {
        #expect(counts.removeValue(forKey: whole.buckets[entry]) == Int(whole.counts[entry]))
      }
      #expect(counts.isEmpty)
    }
  }
}

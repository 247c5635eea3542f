import Statistics
import Testing

@testable import Audits

@Suite struct MinHashTests {
  private func shingles(_ text: String) -> ShingleSet { ShingleSet(Array(text.utf8).span) }

  @Test func theExactSimilarityAgreesWithPython() throws {
    for pair in try FiguresReference.load().similarity {
      let exact = ShingleSet.jaccard(shingles(pair.a).hashes[...], shingles(pair.b).hashes[...])
      #expect((exact - pair.jaccard).magnitude < 1e-12, "\(pair.a)")
    }
  }

  @Test func theEstimateIsAsGoodAsItsStandardError() throws {
    let minHash = MinHash()
    for pair in try FiguresReference.load().similarity {
      let estimate = MinHash.similarity(
        minHash.signature(shingles(pair.a)), minHash.signature(shingles(pair.b)))
      // datasketch has 2,048 places against 80 here: its own error is a fifth of this one's.
      let error = (pair.jaccard * (1 - pair.jaccard) * (1 / 80.0 + 1 / 2048.0)).squareRoot()
      #expect((estimate - pair.estimate).magnitude < 4 * error, "\(pair.a)")
    }
  }

  @Test func theEstimateIsUnbiased() {
    let minHash = MinHash()
    var random = CounterRandom(seed: 3, stream: 0)
    for wanted in [0.2, 0.5, 0.8] {
      var sum = 0.0
      for _ in 0..<60 {
        // 60 shingles that both hold and others of their own, so that the share is as wanted.
        let own = Int((60 / wanted - 60) / 2 + 0.5)
        let shared = (0..<60).map { _ in UInt32(truncatingIfNeeded: random.next()) }
        func set() -> ShingleSet {
          ShingleSet(
            hashes: shared + (0..<own).map { _ in UInt32(truncatingIfNeeded: random.next()) })
        }
        let (a, b) = (set(), set())
        sum +=
          MinHash.similarity(minHash.signature(a), minHash.signature(b))
          - ShingleSet.jaccard(a.hashes[...], b.hashes[...])
      }
      #expect((sum / 60).magnitude < 4 * (wanted * (1 - wanted) / 80 / 60).squareRoot())
    }
  }

  @Test func equalTextsShareEveryBand() {
    let minHash = MinHash()
    let keys = MinHash.keys(minHash.signature(shingles("good morning to you")))
    #expect(keys == MinHash.keys(minHash.signature(shingles("good morning to you"))))
    #expect(Set(keys).count == MinHash.bands)
  }

  @Test func shortTextsHaveOneShingle() {
    #expect(shingles("abc").hashes.count == 1)
    #expect(shingles("").hashes.isEmpty)
    #expect(ShingleSet.jaccard([], []) == 1)
    #expect(shingles("aaaaaaaa").hashes.count == 1)
  }
}

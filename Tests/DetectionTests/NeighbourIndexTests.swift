import Statistics
import Testing

@testable import Detection

@Suite struct NeighbourIndexTests {
  private static func rows(_ count: Int, width: Int, seed: UInt64) -> [[Int16]] {
    var random = CounterRandom(seed: seed, stream: 0)
    return (0..<count).map { _ in (0..<8 * width).map { _ in Int16(random.below(61) - 30) } }
  }

  private static func cosine(_ a: [Int16], _ b: [Int16]) -> Double {
    func dot(_ x: [Int16], _ y: [Int16]) -> Double {
      zip(x, y).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
    return dot(a, b) / (dot(a, a) * dot(b, b)).squareRoot()
  }

  @Test(arguments: [UInt64(1), 2, 3], [1, 3])
  func findsWhatSortingAllFinds(seed: UInt64, width: Int) {
    let rows = Self.rows(60, width: width, seed: seed)
    let index = SentinelReference.index(rows)
    var found = Neighbours()
    for query in Self.rows(20, width: width, seed: seed + 100) {
      index.search(SentinelReference.packed(query).span, limit: 7, into: &found)
      let sorted = rows.indices.sorted {
        Self.cosine(rows[$0], query) > Self.cosine(rows[$1], query)
      }
      #expect(
        zip(found.rows, sorted).allSatisfy {
          (Self.cosine(rows[$0], query) - Self.cosine(rows[$1], query)).magnitude < 1e-12
        }, "seed \(seed)")
      for (row, similarity) in zip(found.rows, found.similarities) {
        #expect((similarity - Self.cosine(rows[row], query)).magnitude < 1e-12, "seed \(seed)")
      }
    }
  }

  @Test func theLongestVectorsHaveAnExactProduct() {
    // 181² = 32,761 just fits 16 bits.
    let long: [Int16] = [181, 0, 0, 0, 0, 0, 0, 0]
    let wide: [Int16] = [-63, 63, -63, 63, -63, 63, -63, 63]
    let index = SentinelReference.index([long, wide, long.map { -$0 }])
    var found = Neighbours()
    index.search(SentinelReference.packed(long).span, limit: 3, into: &found)
    #expect(found.rows == [0, 1, 2])
    #expect((found.similarities[0] - 1).magnitude < 1e-15)
    #expect((found.similarities[1] + 0.125.squareRoot()).magnitude < 1e-15)
    #expect((found.similarities[2] + 1).magnitude < 1e-15)
  }

  @Test func fewerThanAskedForAreAll() {
    let index = SentinelReference.index(Self.rows(3, width: 1, seed: 4))
    var found = Neighbours()
    index.search(
      SentinelReference.packed(Self.rows(1, width: 1, seed: 5)[0]).span, limit: 5, into: &found)
    #expect(found.rows.sorted() == [0, 1, 2])
    index.search(
      SentinelReference.packed(Self.rows(1, width: 1, seed: 5)[0]).span, limit: 0, into: &found)
    #expect(found.rows.isEmpty)
  }

  @Test func zerosHaveCosineZero() {
    let zero = [Int16](repeating: 0, count: 8)
    let index = SentinelReference.index([zero, Self.rows(1, width: 1, seed: 6)[0]])
    var found = Neighbours()
    index.search(SentinelReference.packed(zero).span, limit: 2, into: &found)
    #expect(found.similarities == [0, 0])
    #expect(found.rows == [0, 1])
  }

  @Test func distinctRowsAreTheFirstOfTheirKind() {
    let rows = Self.rows(4, width: 2, seed: 7)
    let index = SentinelReference.index([rows[0], rows[1], rows[0], rows[2], rows[1], rows[3]])
    #expect(index.distinctRows == [0, 1, 3, 5])
    let kept = index.selecting(index.distinctRows)
    #expect(kept.count == 4)
    #expect(Array(kept.vector(2)) == SentinelReference.packed(rows[2]))
  }
}

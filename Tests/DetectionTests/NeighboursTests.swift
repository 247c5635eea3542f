import Testing

@testable import Detection

@Suite struct NeighboursTests {
  @Test func keepsTheNearestAndEarlierOnesAmongEquals() {
    var found = Neighbours()
    found.begin(3)
    for (row, similarity) in [0.2, 0.5, 0.5, 0.9, 0.5, 0.1].enumerated() {
      found.insert(similarity, row)
    }
    #expect(found.rows == [3, 1, 2])
    #expect(found.similarities == [0.9, 0.5, 0.5])
    #expect(found.isFull && found.least == 0.5)
  }
}

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

  @Test func newSimilaritiesGiveANewOrder() {
    var found = Neighbours()
    found.begin(4)
    for row in 0..<4 { found.insert(-Double(row), row) }
    found.revise { [0.1, 0.7, 0.3, 0.7][$0] }
    #expect(found.rows == [1, 3, 2, 0])
    #expect(found.similarities == [0.7, 0.7, 0.3, 0.1])
  }
}

import Testing

@testable import Experiments

@Suite struct OrderedParallelTests {
  struct Broken: Error, Equatable { var index: Int }

  @Test(arguments: [(0, 2), (1, 1), (7, 2), (500, 3)])
  func itemsComeInOrder(_ count: Int, _ workers: Int) throws {
    var taken: [Int] = []
    try inOrder(count, workers: workers, produce: { $0 * 2 }, consume: { taken.append($0) })
    #expect(taken == (0..<count).map { $0 * 2 })
  }

  @Test func aProducersErrorComesAfterTheItemsBeforeIt() {
    var taken: [Int] = []
    #expect(throws: Broken(index: 20)) {
      try inOrder(
        100, workers: 2, produce: { if $0 == 20 { throw Broken(index: 20) } else { $0 } },
        consume: { taken.append($0) })
    }
    #expect(taken == Array(0..<20))
  }

  @Test func aConsumersErrorEndsTheWork() {
    var taken = 0
    #expect(throws: Broken(index: 3)) {
      try inOrder(1_000_000, workers: 2, produce: { $0 }) { item in
        if item == 3 { throw Broken(index: 3) }
        taken += 1
      }
    }
    #expect(taken == 3)
  }
}

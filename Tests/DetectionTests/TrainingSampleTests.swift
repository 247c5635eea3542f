import Testing

@testable import Detection

@Suite struct TrainingSampleTests {
  @Test(arguments: [UInt64(1), 2, 3])
  func aSampleKeepsTheShareOfPositives(_ seed: UInt64) {
    var examples = ToyCorpus.examples(seed: 1, count: 400)
    for index in examples.items.indices { examples.items[index].isPositive = index % 10 == 0 }
    let picks = TrainingSample.picks(examples, limit: 100, seed: seed)
    #expect(picks.count == 100 && Set(picks).count == 100 && picks == picks.sorted())
    #expect(picks.count { examples.items[$0].isPositive } == 10)
    #expect(picks == TrainingSample.picks(examples, limit: 100, seed: seed))
    #expect(picks != TrainingSample.picks(examples, limit: 100, seed: seed + 1))
  }

  @Test func aRareClassIsNotLost() {
    var examples = ToyCorpus.examples(seed: 1, count: 400)
    for index in examples.items.indices { examples.items[index].isPositive = index == 7 }
    #expect(TrainingSample.picks(examples, limit: 100, seed: 1).contains(7))
    #expect(TrainingSample.picks(examples, limit: 1000, seed: 1) == Array(0..<400))
  }
}

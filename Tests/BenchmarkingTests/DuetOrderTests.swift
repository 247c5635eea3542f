import Benchmarking
import Testing

struct DuetOrderTests {
  @Test func aBlockReadsTheSameBackwardsAndHoldsEveryoneTwice() {
    for seed in 0..<50 {
      for count in 0...4 {
        let order = DuetOrder.block(of: count, seed: UInt64(seed), stream: 3)
        #expect(order == order.reversed(), "seed \(seed)")
        #expect(order.sorted() == (0..<count).flatMap { [$0, $0] }, "seed \(seed)")
      }
    }
  }

  @Test func twoAreABBAOrBAAB() {
    let orders = Set((0..<40).map { DuetOrder.block(of: 2, seed: 1, stream: $0) })
    #expect(orders == [[0, 1, 1, 0], [1, 0, 0, 1]])
  }

  @Test func everyOrderOfThreeComesUpAboutAsOften() {
    var counts: [[Int]: Int] = [:]
    for stream in 0..<600 {
      counts[DuetOrder.block(of: 3, seed: 9, stream: UInt64(stream)), default: 0] += 1
    }
    #expect(counts.count == 6)
    // 100 ± 4.4 standard deviations.
    #expect(counts.values.allSatisfy { (60...140).contains($0) })
  }

  @Test func aSeedGivesItsOrderAgain() {
    let order = { (seed: UInt64) in
      (0..<20).flatMap { DuetOrder.block(of: 3, seed: seed, stream: $0) }
    }
    #expect(order(4) == order(4))
    #expect(order(4) != order(5))
  }
}

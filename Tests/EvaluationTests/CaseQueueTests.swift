import Statistics
import Testing

@testable import Evaluation

struct CaseQueueTests {
  @Test func casesLeaveByScoreThenByTime() {
    var random = CounterRandom(seed: 8, stream: 0)
    let cases = (0..<300).map { number in
      ReviewCase(
        time: Double(random.below(20)), number: number, score: Double(random.below(10)),
        isPositive: false)
    }
    var queue = CaseQueue()
    for one in cases { queue.insert(one) }
    var left: [ReviewCase] = []
    while let one = queue.popFirst() { left.append(one) }
    #expect(left == cases.sorted { $0.precedes($1) })
    #expect(queue.isEmpty)
  }

  @Test func noScoreComesLast() {
    let scored = ReviewCase(time: 9, number: 1, score: 0, isPositive: false)
    let other = ReviewCase(time: 0, number: 0, score: -.infinity, isPositive: true)
    #expect(scored.precedes(other) && !other.precedes(scored))
  }
}

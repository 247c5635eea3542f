import Benchmarking
import Testing

struct ContestantTests {
  @Test func selfTimedWorkGivesItsOwnTimes() throws {
    var next = 0
    let contestant = Contestant("child", expecting: "ok") {
      next += 1
      return (answer: "ok", elapsed: .seconds(next))
    }
    let result = try InterleavedComparison(blocks: 3, warmUpBlocks: 1, allowsDebug: true)
      .run([contestant])
    #expect(result["child"]?.samples == [.seconds(2), .seconds(3), .seconds(4)])
  }
}

import Benchmarking
import Testing

struct InterleavedComparisonTests {
  private struct Broken: Error, CustomStringConvertible { let description = "out of paper" }

  private final class Log {
    var names: [String] = []
  }

  private func logging(_ log: Log, _ name: String) -> Contestant {
    Contestant(name, expecting: 1) {
      log.names.append(name)
      return 1
    }
  }

  private func order(seed: UInt64, blocks: Int = 12) throws -> [String] {
    let log = Log()
    let harness = InterleavedComparison(
      blocks: blocks, warmUpBlocks: 2, seed: seed, allowsDebug: true)
    let result = try harness.run(["a", "b", "c"].map { logging(log, $0) })
    #expect(result.rows.allSatisfy { $0.samples.count == blocks })
    return log.names
  }

  @Test func everyBlockRunsEveryContestantOnceInRandomOrder() throws {
    let names = try order(seed: 1)
    #expect(names.count == 14 * 3)
    let blocks = stride(from: 0, to: names.count, by: 3).map { Array(names[$0..<($0 + 3)]) }
    #expect(blocks.allSatisfy { $0.sorted() == ["a", "b", "c"] })
    #expect(Set(blocks).count > 2)
    #expect(try order(seed: 1) == names)
    #expect(try order(seed: 2) != names)
  }

  @Test func aWrongAnswerIsAnErrorNeverATime() {
    let harness = InterleavedComparison(blocks: 3, allowsDebug: true)
    let expected = ComparisonError.wrongAnswer(contestant: "adds", expected: "4", found: "5")
    #expect(throws: expected) { try harness.run([Contestant("adds", expecting: 4) { 2 + 3 }]) }
    #expect(expected.description == "adds: the answer was 5; expected 4")
  }

  @Test func anAnswerThatTurnsWrongLateIsFound() {
    var calls = 0
    let fickle = Contestant("fickle", expecting: true) {
      calls += 1
      return calls < 4
    }
    #expect(throws: ComparisonError.self) {
      try InterleavedComparison(blocks: 5, allowsDebug: true).run([fickle])
    }
    #expect(calls == 4)
  }

  @Test func whatAContestantThrowsNamesIt() {
    let broken = Contestant("printer", expecting: 1) { throw Broken() }
    #expect(throws: ComparisonError.failed(contestant: "printer", reason: "out of paper")) {
      try InterleavedComparison(allowsDebug: true).run([broken])
    }
  }

  @Test(.enabled(if: MachineEnvironment.isDebugBuild)) func debugBuildsMeasureNothing() {
    #expect(throws: ComparisonError.debugBuild) { try InterleavedComparison().run([]) }
  }

  @Test func preparationIsNotTimedAndComesBeforeEverySample() throws {
    let log = Log()
    let contestant = Contestant("work", expecting: 1, setUp: { log.names.append("prepare") }) {
      log.names.append("work")
      return 1
    }
    _ = try InterleavedComparison(blocks: 2, warmUpBlocks: 0, allowsDebug: true).run([contestant])
    #expect(log.names == ["prepare", "work", "prepare", "work"])
  }

  @Test func aCheckpointEndsTheRun() {
    #expect(throws: Broken.self) {
      try InterleavedComparison(allowsDebug: true)
        .run([Contestant("never", expecting: 1) { 1 }]) { throw Broken() }
    }
  }
}

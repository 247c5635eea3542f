import Dispatch
import Testing

@testable import Experiments

@Suite struct LockedTests {
  @Test func everyThreadsChangeCounts() {
    let total = Locked(0)
    DispatchQueue.concurrentPerform(iterations: 200) { _ in
      for _ in 0..<50 { total.withLock { $0 += 1 } }
    }
    #expect(total.withLock { $0 } == 10_000)
  }

  @Test func aThrownErrorLeavesTheLockOpen() {
    struct Refusal: Error {}
    let value = Locked([1])
    #expect(throws: Refusal.self) {
      try value.withLock { _ in throw Refusal() }
    }
    #expect(value.withLock { $0.count } == 1)
  }
}

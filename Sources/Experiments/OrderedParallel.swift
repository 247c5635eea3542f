import Dispatch

/// Makes items on several threads and takes them in order on the calling one.
///
/// ```swift
/// try inOrder(3, workers: 2, produce: { $0 * $0 }) { print($0) }  // 0, 1, 4
/// ```
///
/// At most `4 · workers` items wait to be taken, so memory does not grow with `count`. The first error
/// of either side ends the work and is thrown once every thread has stopped.
func inOrder<Item: Sendable>(
  _ count: Int, workers: Int, produce: @escaping @Sendable (Int) throws -> Item,
  consume: (Item) throws -> Void
) throws {
  let line = AssemblyLine<Item>(count: count, window: 4 * workers)
  let group = DispatchGroup()
  for _ in 0..<workers {
    DispatchQueue.global().async(group: group) { line.work(produce) }
  }
  defer {
    line.stop(workers: workers)
    group.wait()
  }
  for index in 0..<count { try consume(line.take(index).get()) }
}

/// The number of threads that long work uses: one per core that is online.
public var availableThreads: Int { max(1, activeCores()) }

/// What the threads of ``inOrder(_:workers:produce:consume:)`` share.
private final class AssemblyLine<Item: Sendable>: Sendable {
  private struct State {
    var next = 0
    var finished: [Int: Result<Item, any Error>] = [:]
    var isStopped = false
  }

  private let count: Int
  private let state = Locked(State())
  private let room = DispatchSemaphore(value: 0)
  private let ready = DispatchSemaphore(value: 0)

  init(count: Int, window: Int) {
    self.count = count
    // Counted up from 0: a semaphore may not end below the value that it was made with.
    for _ in 0..<window { room.signal() }
  }

  /// Takes numbers until none is left.
  func work(_ produce: @Sendable (Int) throws -> Item) {
    while true {
      room.wait()
      let index = state.withLock { state -> Int? in
        guard !state.isStopped, state.next < count else { return nil }
        state.next += 1
        return state.next - 1
      }
      guard let index else {
        room.signal()
        return
      }
      let result = Result { try produce(index) }
      state.withLock { $0.finished[index] = result }
      ready.signal()
    }
  }

  /// Waits for item `index` and takes it off the line.
  func take(_ index: Int) -> Result<Item, any Error> {
    while true {
      if let result = state.withLock({ $0.finished.removeValue(forKey: index) }) {
        room.signal()
        return result
      }
      ready.wait()
    }
  }

  /// Lets every worker end after the item it is at.
  func stop(workers: Int) {
    state.withLock { $0.isStopped = true }
    for _ in 0..<workers { room.signal() }
  }
}

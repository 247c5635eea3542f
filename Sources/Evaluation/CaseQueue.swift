/// A conversation with an alert that waits for a reviewer.
struct ReviewCase: Equatable {
  /// Working minutes since the first morning.
  var time: Double
  /// Its place among the draws.
  var number: Int
  /// What orders the queue; −∞ without a score.
  var score: Double
  var isPositive: Bool
  /// Its place among the evaluated conversations.
  var unit = 0

  /// The highest score first, then the earliest.
  func precedes(_ other: ReviewCase) -> Bool {
    if score != other.score { return score > other.score }
    return (time, number) < (other.time, other.number)
  }
}

/// Waiting cases, the next one first: a binary heap. O(log n) each way.
struct CaseQueue {
  private var heap: [ReviewCase] = []

  var isEmpty: Bool { heap.isEmpty }

  mutating func insert(_ new: ReviewCase) {
    heap.append(new)
    var child = heap.count - 1
    while child > 0, heap[child].precedes(heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popFirst() -> ReviewCase? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      var best = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child].precedes(heap[best]) { best = child }
      if best == parent { return first }
      heap.swapAt(parent, best)
      parent = best
    }
  }
}

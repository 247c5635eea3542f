/// The median of whole numbers that come one by one.
///
/// Two heaps, the lower half and the upper half. O(log n) for a number, O(1) for the median; the
/// order in which numbers come makes no difference.
struct RunningMedian {
  /// The lower half negated, so that its largest stands first; as large as ``upper`` or one larger.
  private var lower: [Int64] = []
  private var upper: [Int64] = []

  /// How many numbers there are.
  var count: Int { lower.count + upper.count }

  /// Forgets all numbers.
  mutating func begin() {
    lower.clearScratch()
    upper.clearScratch()
  }

  /// Adds a number above `Int64.min`.
  mutating func insert(_ value: Int64) {
    if let middle = lower.first, value > -middle {
      Self.push(value, to: &upper)
      if upper.count > lower.count { Self.push(-Self.pop(&upper), to: &lower) }
    } else {
      Self.push(-value, to: &lower)
      if lower.count > upper.count + 1 { Self.push(-Self.pop(&lower), to: &upper) }
    }
  }

  /// Twice the median, which is whole also where two numbers stand in the middle; 0 for none.
  var doubled: Int64 {
    guard let below = lower.first else { return 0 }
    guard lower.count == upper.count, let above = upper.first else { return -2 * below }
    return above - below
  }

  private static func push(_ value: Int64, to heap: inout [Int64]) {
    var place = heap.count
    heap.append(value)
    while place > 0, heap[(place - 1) / 2] > value {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private static func pop(_ heap: inout [Int64]) -> Int64 {
    heap.swapAt(0, heap.count - 1)
    let least = heap.removeLast()
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { return least }
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[place] else { return least }
      heap.swapAt(place, child)
      place = child
    }
  }
}

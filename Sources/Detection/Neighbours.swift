/// The nearest vectors found so far, nearest first.
struct Neighbours {
  /// How near, −1…1, falling.
  private(set) var similarities: [Double] = []
  /// Which vectors, in the same order.
  private(set) var rows: [Int] = []
  private var limit = 0

  /// Forgets all and will keep the `limit` nearest.
  mutating func begin(_ limit: Int) {
    self.limit = limit
    similarities.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
  }

  /// Whether a nearer one displaces one.
  var isFull: Bool { similarities.count == limit }

  /// The similarity of the farthest one kept.
  var least: Double { similarities.last ?? -.infinity }

  /// Keeps `row` if it is among the nearest; behind those that are as near.
  mutating func insert(_ similarity: Double, _ row: Int) {
    if isFull {
      guard similarity > least else { return }
      similarities.removeLast()
      rows.removeLast()
    }
    var place = similarities.count
    similarities.append(similarity)
    rows.append(row)
    while place > 0, similarities[place - 1] < similarity {
      similarities.swapAt(place, place - 1)
      rows.swapAt(place, place - 1)
      place -= 1
    }
  }
}

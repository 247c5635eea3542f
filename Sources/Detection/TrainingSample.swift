import Chat
import Statistics

/// What the training of every detector has in common.
enum TrainingSample {
  /// The most conversations that a grid is searched on.
  static let gridLimit = 1000

  /// - Throws: ``DetectionError/missingClass(detector:)``.
  static func requireBothClasses(
    _ detector: String, _ training: Examples, _ validation: Examples
  ) throws(DetectionError) {
    for examples in [training, validation] {
      guard examples.items.contains(where: \.isPositive),
        examples.items.contains(where: { !$0.isPositive })
      else { throw .missingClass(detector: detector) }
    }
  }

  /// Positions of at most `limit` items in rising order, drawn from `seed`, with the share of
  /// positives of the whole and at least one item of each class that occurs.
  static func picks(_ examples: Examples, limit: Int, seed: UInt64) -> [Int] {
    let all = Array(examples.items.indices)
    guard all.count > limit else { return all }
    let positives = all.filter { examples.items[$0].isPositive }
    let share = Double(limit) * Double(positives.count) / Double(all.count)
    let wanted = positives.isEmpty ? 0 : min(max(1, Int(share + 0.5)), limit - 1)
    let negatives = all.filter { !examples.items[$0].isPositive }
    return (draw(positives, wanted, seed, 1) + draw(negatives, limit - wanted, seed, 2)).sorted()
  }

  /// The margin of every item, in order.
  static func margins(
    _ examples: Examples, checkpoint: () throws -> Void, margin: (Chunk, Int) -> Double
  ) rethrows -> [Double] {
    var margins: [Double] = []
    margins.reserveCapacity(examples.items.count)
    for (done, item) in examples.items.enumerated() {
      if done % 256 == 0 { try checkpoint() }
      margins.append(margin(examples.chunks[item.chunk], item.conversation))
    }
    return margins
  }

  private static func draw(_ items: [Int], _ count: Int, _ seed: UInt64, _ stream: UInt64) -> [Int]
  {
    var random = CounterRandom(seed: seed, stream: stream, purpose: 0x6772_6964)
    var items = items
    let count = min(count, items.count)
    for place in 0..<count {
      items.swapAt(place, place + random.below(items.count - place))
    }
    return Array(items.prefix(count))
  }
}

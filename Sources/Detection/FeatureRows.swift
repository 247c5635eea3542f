import Chat
import TextFeatures

/// The feature counts of labelled texts, one row each, compressed by rows.
struct FeatureRows {
  /// Where row r stands: `starts[r]..<starts[r + 1]`.
  private(set) var starts = [0]
  private(set) var buckets: [UInt32] = []
  private(set) var counts: [UInt16] = []
  private(set) var isPositive: [Bool] = []

  init() {}

  var count: Int { isPositive.count }

  /// Adds a row that is given.
  mutating func append(_ row: [(bucket: UInt32, count: Int)], isPositive: Bool) {
    for entry in row {
      buckets.append(entry.bucket)
      counts.append(UInt16(clamping: entry.count))
    }
    close(isPositive)
  }

  /// The rows of whole labelled conversations, of each at most the first
  /// ``CountTable/maximumDistinct`` distinct features, as scoring sees it; `picks` are positions in `examples.items`.
  init(
    _ examples: Examples, picks: [Int], hasher: FeatureHasher, checkpoint: () throws -> Void = {}
  ) rethrows {
    var table = CountTable()
    var features: [UInt32] = []
    var order: [UInt32] = []
    for (done, pick) in picks.enumerated() {
      if done % 256 == 0 { try checkpoint() }
      let item = examples.items[pick]
      let columns = examples.chunks[item.chunk].messages
      table.begin()
      order.removeAll(keepingCapacity: true)
      for message in examples.chunks[item.chunk].conversations[item.conversation].messages {
        features.removeAll(keepingCapacity: true)
        hasher.append(columns.text.span.extracting(columns.textRange(message)), to: &features)
        table.tally(features.span, where: { _ in true }) { feature, count in
          if count == 0 { order.append(feature) }
        }
      }
      for feature in order {
        buckets.append(feature)
        counts.append(UInt16(clamping: table.count(feature)))
      }
      close(item.isPositive)
    }
  }

  /// The rows of every item.
  init(
    all examples: Examples, hasher: FeatureHasher, checkpoint: () throws -> Void
  ) rethrows {
    try self.init(
      examples, picks: Array(examples.items.indices), hasher: hasher, checkpoint: checkpoint)
  }

  private mutating func close(_ positive: Bool) {
    starts.append(buckets.count)
    isPositive.append(positive)
  }
}

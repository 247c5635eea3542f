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
    var counter = Counter()
    for (done, pick) in picks.enumerated() {
      if done % 256 == 0 { try checkpoint() }
      let item = examples.items[pick]
      let chunk = examples.chunks[item.chunk]
      append(
        chunk.conversations[item.conversation].messages, of: chunk.messages, hasher,
        isPositive: item.isPositive, &counter)
    }
  }

  /// What counting needs, kept from row to row.
  struct Counter {
    fileprivate var table = CountTable()
    fileprivate var features: [UInt32] = []
    fileprivate var order: [UInt32] = []

    init() {}
  }

  /// Adds the counts of some messages as one row, of at most ``CountTable/maximumDistinct`` features.
  mutating func append(
    _ messages: Range<Int>, of columns: MessageColumns, _ hasher: FeatureHasher,
    isPositive: Bool, _ counter: inout Counter
  ) {
    counter.table.begin()
    // Moved out and back, so that the table is not borrowed together with them.
    var (features, order): ([UInt32], [UInt32]) = ([], [])
    swap(&features, &counter.features)
    swap(&order, &counter.order)
    order.removeAll(keepingCapacity: true)
    for message in messages {
      features.removeAll(keepingCapacity: true)
      hasher.append(columns.text.span.extracting(columns.textRange(message)), to: &features)
      let span = features.span
      counter.table.tally(span) { place, count in
        if count == 0 { order.append(span[place]) }
      }
    }
    for feature in order {
      buckets.append(feature)
      counts.append(UInt16(clamping: counter.table.count(feature)))
    }
    swap(&features, &counter.features)
    swap(&order, &counter.order)
    close(isPositive)
  }

  /// The rows of every item.
  init(
    all examples: Examples, hasher: FeatureHasher, checkpoint: () throws -> Void
  ) rethrows {
    try self.init(
      examples, picks: Array(examples.items.indices), hasher: hasher, checkpoint: checkpoint)
  }

  /// The rows at these places, in this order.
  func picked(_ picks: [Int]) -> FeatureRows {
    var rows = FeatureRows()
    for pick in picks {
      let entries = starts[pick]..<starts[pick + 1]
      rows.buckets += buckets[entries]
      rows.counts += counts[entries]
      rows.close(isPositive[pick])
    }
    return rows
  }

  private mutating func close(_ positive: Bool) {
    starts.append(buckets.count)
    isPositive.append(positive)
  }
}

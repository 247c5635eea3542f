import Chat

/// The behaviour of labelled conversations, after each quarter of their messages, as rows to train
/// on.
struct BehaviourRows {
  /// After which messages of a conversation its rows are taken.
  enum Cuts: String, CaseIterable {
    /// After the last one only.
    case final
    /// After each quarter, so that a model knows early prefixes too.
    case quarters
  }

  private(set) var matrix = FeatureMatrix(columns: ConversationBehaviour.features.count)
  private(set) var isPositive: [Bool] = []
  /// Where the rows of each item begin; one more entry than items.
  private(set) var starts = [0]

  /// The rows of all items, in order. O(messages).
  init(_ examples: Examples, checkpoint: () throws -> Void) rethrows {
    for (done, item) in examples.items.enumerated() {
      if done % 256 == 0 { try checkpoint() }
      let chunk = examples.chunks[item.chunk]
      let messages = chunk.conversations[item.conversation].messages
      let lengths = Self.lengths(messages.count)
      var behaviour = ConversationBehaviour()
      var next = 0
      for message in messages {
        behaviour.observe(chunk.messages, message)
        if message - messages.lowerBound + 1 == lengths[next] {
          matrix.append(behaviour.row.span)
          isPositive.append(item.isPositive)
          next += 1
        }
      }
      starts.append(matrix.count)
    }
  }

  /// Of the items at `picks` the rows at `cuts`; of items without messages there is none.
  init(_ whole: BehaviourRows, picks: some Sequence<Int>, cuts: Cuts) {
    for pick in picks {
      let all = whole.starts[pick]..<whole.starts[pick + 1]
      for row in cuts == .final ? all.suffix(1) : all[...] {
        matrix.append(whole.matrix.values.span.extracting(whole.matrix.range(row)))
        isPositive.append(whole.isPositive[row])
      }
      starts.append(matrix.count)
    }
  }

  /// After how many messages rows are taken, in rising order, the last time after all of them.
  static func lengths(_ count: Int) -> [Int] {
    guard count > 0 else { return [] }
    var lengths: [Int] = []
    for quarter in 1...4 {
      let length = max(1, count * quarter / 4)
      if length != lengths.last { lengths.append(length) }
    }
    return lengths
  }
}

extension ConversationBehaviour {
  /// Takes a message of a corpus: its author, time and length.
  mutating func observe(_ columns: MessageColumns, _ message: Int) {
    observe(
      author: Int(columns.author[message]),
      time: columns.timeStyle[message].kind == .absent ? nil : columns.time[message],
      bytes: columns.textRange(message).count)
  }
}

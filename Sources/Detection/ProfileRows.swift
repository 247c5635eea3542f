import Chat
import TextFeatures

/// The conversations of two classes, each cut into parts of as many messages: part p of a benign
/// conversation belongs to profile p, that of a grooming one to profile `parts` + p.
struct ProfileRows {
  /// How many profiles there are.
  let profileCount: Int
  /// One row per part, those of a conversation one after the other.
  private(set) var texts = FeatureRows()
  /// The profile of each row.
  private(set) var profiles: [Int] = []
  /// For each row, which of the picked conversations it is a part of.
  private(set) var conversations: [Int] = []

  /// - Parameters:
  ///   - picks: positions in `examples.items`.
  ///   - parts: how many parts a conversation has; a short one may lack some.
  init(
    _ examples: Examples, picks: [Int], parts: Int, hasher: FeatureHasher,
    checkpoint: () throws -> Void
  ) rethrows {
    profileCount = 2 * parts
    var counter = FeatureRows.Counter()
    for (number, pick) in picks.enumerated() {
      if number % 256 == 0 { try checkpoint() }
      let item = examples.items[pick]
      let chunk = examples.chunks[item.chunk]
      let messages = chunk.conversations[item.conversation].messages
      for part in 0..<parts {
        let range = Self.part(part, of: parts, messages)
        if range.isEmpty { continue }
        texts.append(range, of: chunk.messages, hasher, isPositive: item.isPositive, &counter)
        profiles.append((item.isPositive ? parts : 0) + part)
        conversations.append(number)
      }
    }
  }

  /// The `part`-th of `parts` ranges that `range` is cut into, as even as can be.
  static func part(_ part: Int, of parts: Int, _ range: Range<Int>) -> Range<Int> {
    let begin = range.lowerBound + range.count * part / parts
    let end = range.lowerBound + range.count * (part + 1) / parts
    return begin..<end
  }
}

import Chat
import TextFeatures

/// The words of single authors in grooming conversations: the offender's rows are positive, those
/// of everyone else in the same conversations negative.
///
/// A conversation counts if its corpus gives roles and exactly one of those who write is an adult:
/// then that adult is the offender. With two adults the corpus does not say which.
struct OffenderRows {
  /// One row per author.
  private(set) var rows = FeatureRows()

  /// The conversations of `examples`.
  init(
    _ examples: Examples, hasher: FeatureHasher, checkpoint: () throws -> Void
  ) rethrows {
    var features: [UInt32] = []
    for (done, item) in examples.items.enumerated() where item.isPositive {
      if done % 64 == 0 { try checkpoint() }
      let chunk = examples.chunks[item.chunk]
      let conversation = chunk.conversations[item.conversation]
      guard let offender = Self.offender(conversation) else { continue }
      var counts = [[UInt32: Int]](repeating: [:], count: conversation.authors.count)
      for message in conversation.messages {
        features.removeAll(keepingCapacity: true)
        let text = chunk.messages.text.span.extracting(chunk.messages.textRange(message))
        hasher.append(text, to: &features)
        let author = Int(chunk.messages.author[message])
        for feature in features { counts[author][feature, default: 0] += 1 }
      }
      for (author, row) in counts.enumerated() {
        rows.append(
          row.sorted { $0.key < $1.key }.map { (bucket: $0.key, count: $0.value) },
          isPositive: author == offender)
      }
    }
  }

  /// The position in `authors` of the only adult who writes, if someone else writes too.
  static func offender(_ conversation: Conversation) -> Int? {
    let roles = conversation.authors.map { name in
      conversation.participants.first { $0.id == name }?.role
    }
    guard roles.count > 1, roles.count(where: { $0 == "adult" }) == 1 else { return nil }
    return roles.firstIndex(of: "adult")
  }
}

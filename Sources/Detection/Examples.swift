public import Chat

/// Labelled conversations to train or tune on: every item names a conversation of a chunk.
public struct Examples: Sendable {
  /// One labelled conversation.
  public struct Item: Sendable {
    /// The position in ``Examples/chunks``.
    public var chunk: Int
    /// The position in the chunk's conversations.
    public var conversation: Int
    /// Whether the label is grooming.
    public var isPositive: Bool

    /// An item.
    public init(chunk: Int, conversation: Int, isPositive: Bool) {
      (self.chunk, self.conversation, self.isPositive) = (chunk, conversation, isPositive)
    }
  }

  /// Where the conversations are.
  public var chunks: [Chunk]
  /// The labelled ones, in order.
  public var items: [Item]

  /// The conversations of `chunks` labelled grooming or benign, in order.
  public init(_ chunks: [Chunk]) {
    self.chunks = chunks
    items = []
    for (c, chunk) in chunks.enumerated() {
      for (k, conversation) in chunk.conversations.enumerated() {
        switch conversation.label {
        case .grooming: items.append(Item(chunk: c, conversation: k, isPositive: true))
        case .benign: items.append(Item(chunk: c, conversation: k, isPositive: false))
        case .insufficientEvidence, nil: continue
        }
      }
    }
  }
}

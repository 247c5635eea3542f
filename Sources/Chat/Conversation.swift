/// One side of a conversation, as its corpus describes it.
public struct Participant: Sendable, Equatable {
  public var id: String
  /// `adult` or `child` in generated corpora; free text elsewhere.
  public var role: String?
  /// `adult`, `13-15`, … never an exact age.
  public var ageBand: String?
  /// Members of the JSON object that Nightlight does not know, as `"key":value` joined by commas.
  public var extra: [UInt8]

  public init(id: String, role: String? = nil, ageBand: String? = nil, extra: [UInt8] = []) {
    (self.id, self.role, self.ageBand, self.extra) = (id, role, ageBand, extra)
  }
}

/// The metadata and truth of one conversation; its messages stand in the columns of its ``Chunk``.
///
/// One relationship is one conversation; sittings within it are marks on its messages.
public struct Conversation: Sendable, Equatable {
  public var id: String
  public var label: Label?
  public var split: Split?
  /// The unit of leakage and of the cluster bootstrap; conversations of a group share a split.
  public var group: String?
  public var locale: String?
  public var kind: ConversationKind?
  public var scenario: String?
  public var pair: String?
  public var families: [String] = []
  public var seed: UInt64?
  public var participants: [Participant] = []
  public var knownOffline: Bool?
  /// 1-based number of the first message that carries a sign in a critical stage.
  public var onset: Int?
  /// 1-based number of the first message at which the labelling rule holds.
  public var decidable: Int?
  /// Names of those who write, in the order of their first message; columns hold indices into it.
  public var authors: [String] = []
  /// Members of the JSON object that Nightlight does not know, as `"key":value` joined by commas.
  public var extra: [UInt8] = []
  /// Like ``extra``, for single messages, by 0-based position in the conversation.
  public var messageExtras: [Int: [UInt8]] = [:]
  /// Where the messages stand in the columns of the chunk.
  public var messages: Range<Int> = 0..<0

  public init(id: String) { self.id = id }

  /// What the cluster bootstrap and the splits group by: ``group``, else ``id``.
  public var cluster: String { group ?? id }
}

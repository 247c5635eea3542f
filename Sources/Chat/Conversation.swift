/// One side of a conversation, as its corpus describes it.
public struct Participant: Sendable, Equatable {
  /// The name by which messages refer to it; empty where the corpus gives none.
  public var id: String
  /// `adult` or `child` in generated corpora; free text elsewhere.
  public var role: String?
  /// `adult`, `13-15`, … never an exact age.
  public var ageBand: String?
  /// The age band that it claims, which may be false; nil where the corpus gives none.
  public var claimedAgeBand: String?
  /// Members of the JSON object that Nightlight does not know, as `"key":value` joined by commas.
  public var extra: [UInt8]

  /// A participant with these properties.
  public init(
    id: String, role: String? = nil, ageBand: String? = nil, claimedAgeBand: String? = nil,
    extra: [UInt8] = []
  ) {
    (self.id, self.role, self.ageBand) = (id, role, ageBand)
    (self.claimedAgeBand, self.extra) = (claimedAgeBand, extra)
  }
}

/// The metadata and truth of one conversation; its messages stand in the columns of its ``Chunk``.
///
/// One relationship is one conversation; sittings within it are marks on its messages.
public struct Conversation: Sendable, Equatable {
  /// Unique in its corpus.
  public var id: String
  /// What the conversation is; nil where the corpus does not say.
  public var label: Label?
  /// The part of the corpus it belongs to; nil where none is assigned yet.
  public var split: Split?
  /// The unit of leakage and of the cluster bootstrap; conversations of a group share a split.
  public var group: String?
  /// A language tag such as `en` or `pt-BR`.
  public var locale: String?
  /// Why a generated conversation is in its corpus.
  public var kind: ConversationKind?
  /// The name of the scenario it was generated from.
  public var scenario: String?
  /// The name of the contrast pair it is one side of.
  public var pair: String?
  /// The template families its texts were drawn from.
  public var families: [String] = []
  /// The seed it was generated from.
  public var seed: UInt64?
  /// The sides as the corpus describes them; those who write stand in ``authors``.
  public var participants: [Participant] = []
  /// Whether the sides know one another outside the chat.
  public var knownOffline: Bool?
  /// 1-based number of the first message that carries a sign in a critical stage.
  public var onset: Int?
  /// 1-based number of the first message at which the labelling rule holds.
  public var decidable: Int?
  /// Names of those who write, in the order of their first message; columns hold indices into it.
  public var authors: [String] = []
  /// Members of the JSON object that Nightlight does not know, as `"key":value` joined by commas.
  public var extra: [UInt8] = []
  /// Like ``extra``, for single messages, by 0-based position in the conversation. The first member
  /// is `"time":"…"` where the message's ``TimeStyle/isVerbatim``.
  public var messageExtras: [Int: [UInt8]] = [:]
  /// Where the messages stand in the columns of the chunk.
  public var messages: Range<Int> = 0..<0

  /// A conversation of which nothing but its name is known.
  public init(id: String) { self.id = id }

  /// What the cluster bootstrap and the splits group by: ``group``, else ``id``.
  public var cluster: String { group ?? id }
}

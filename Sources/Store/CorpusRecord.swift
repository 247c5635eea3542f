public import Chat

/// A corpus in the database.
public struct CorpusRecord: Sendable, Equatable {
  /// The row of the corpus; 0 before it is stored.
  public var id: Int
  /// What users call it; unique in a database.
  public var name: String
  /// SHA-256 over the canonical bytes of all its conversations, 64 hex digits.
  public var contentSHA256: String
  /// Where it is from: `generated`, `jsonl`, `pan12`, …
  public var source: String
  /// The seed it was generated with.
  public var seed: UInt64?
  /// The recipe as JSON, for generated corpora.
  public var recipe: String?
  /// What it was made from, for a corpus that was made from another one.
  public var derivation: Derivation?
  /// How many conversations it holds.
  public var conversations: Int
  /// How many messages it holds.
  public var messages: Int
  /// When it was stored, such as `2031-05-02T18:04:11Z`.
  public var createdUTC: String

  /// A record to store: id, counts and creation time are filled in then.
  public init(
    id: Int = 0, name: String, contentSHA256: String, source: String, seed: UInt64? = nil,
    recipe: String? = nil, derivation: Derivation? = nil, conversations: Int = 0,
    messages: Int = 0, createdUTC: String = ""
  ) {
    (self.id, self.name, self.contentSHA256, self.source) = (id, name, contentSHA256, source)
    (self.seed, self.recipe, self.conversations) = (seed, recipe, conversations)
    (self.messages, self.createdUTC, self.derivation) = (messages, createdUTC, derivation)
  }
}

/// How many conversations of a corpus stand in one split, by label.
public struct SplitCounts: Sendable, Equatable {
  /// The split; nil for conversations without one.
  public var split: Split?
  /// How many conversations, whatever their label.
  public var conversations = 0
  /// How many messages they hold.
  public var messages = 0
  /// How many conversations carry each label; labels that do not occur are absent.
  public var labels: [Label: Int] = [:]

  /// A split without conversations.
  public init(split: Split?) { self.split = split }

  /// How many conversations have no label.
  public var unlabelled: Int { conversations - labels.values.reduce(0, +) }
}

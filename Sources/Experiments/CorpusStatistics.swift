public import Chat
public import Store

/// Counts and shapes of a corpus, as `nightlight-corpus stats` prints them.
public struct CorpusStatistics: Sendable, Equatable {
  /// The counts of one group of conversations.
  public struct Group: Sendable, Equatable {
    /// How many conversations.
    public var conversations = 0
    /// How many messages.
    public var messages = 0
    /// How many words (runs of bytes other than white space).
    public var words = 0
    /// Messages that carry each sign.
    public var signs: [Sign: Int] = [:]
    /// Messages per conversation, one entry a conversation.
    public var lengths: [Int] = []

    /// Words per message; nil without messages.
    public var wordsPerMessage: Double? {
      messages > 0 ? Double(words) / Double(messages) : nil
    }
    /// The middle of the messages per conversation (the lower one of two); nil without any.
    public var medianLength: Int? {
      lengths.isEmpty ? nil : lengths.sorted()[(lengths.count - 1) / 2]
    }
  }

  /// The whole corpus.
  public var total = Group()
  /// By `split / label`, in the order of the enumerations; `none` where the corpus does not say.
  public var parts: [(name: String, group: Group)] = []
  /// By kind, for generated corpora.
  public var kinds: [(name: String, group: Group)] = []

  /// Counts a stored corpus. O(text).
  public init(_ workbench: Workbench, corpus: String) throws {
    var parts: [String: Group] = [:]
    var kinds: [String: Group] = [:]
    try workbench.readChunks(corpus: corpus, split: nil, maximumTextBytes: 4 << 20) { chunk in
      for conversation in chunk.conversations {
        let group = Self.count(conversation, in: chunk)
        total.add(group)
        let part =
          "\(conversation.split?.rawValue ?? "none") / "
          + (conversation.label?.rawValue ?? "none")
        parts[part, default: Group()].add(group)
        if let kind = conversation.kind { kinds[kind.rawValue, default: Group()].add(group) }
      }
    }
    let splits = Split.allCases.map(\.rawValue) + ["none"]
    let labels = Label.allCases.map(\.rawValue) + ["none"]
    for name in splits.flatMap({ split in labels.map { "\(split) / \($0)" } }) {
      if let group = parts[name] { self.parts.append((name, group)) }
    }
    for kind in ConversationKind.allCases {
      if let group = kinds[kind.rawValue] { self.kinds.append((kind.rawValue, group)) }
    }
  }

  private static func count(_ conversation: Conversation, in chunk: Chunk) -> Group {
    var group = Group()
    group.conversations = 1
    group.messages = conversation.messages.count
    group.lengths = [group.messages]
    for index in conversation.messages {
      group.words += chunk.messages.withText(index, wordCount)
      let signs = chunk.messages.signs[index]
      if !signs.isEmpty { for sign in signs.cases { group.signs[sign, default: 0] += 1 } }
    }
    return group
  }

  private static func wordCount(_ text: Span<UInt8>) -> Int {
    var count = 0
    var inWord = false
    for index in text.indices {
      let isSpace = text[index] == 0x20 || (text[index] >= 9 && text[index] <= 13)
      if !isSpace && !inWord { count += 1 }
      inWord = !isSpace
    }
    return count
  }

  /// Equal where all counts are.
  public static func == (a: CorpusStatistics, b: CorpusStatistics) -> Bool {
    a.total == b.total && a.parts.elementsEqual(b.parts) { $0 == $1 }
      && a.kinds.elementsEqual(b.kinds) { $0 == $1 }
  }
}

extension CorpusStatistics.Group {
  /// Adds the counts of another group.
  public mutating func add(_ other: Self) {
    conversations += other.conversations
    messages += other.messages
    words += other.words
    lengths += other.lengths
    signs.merge(other.signs, uniquingKeysWith: +)
  }
}

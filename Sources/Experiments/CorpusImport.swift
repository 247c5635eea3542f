public import Chat
public import CorpusFormats
public import Store

/// Brings a corpus file into the database, whole or not at all.
public struct CorpusImport: Sendable {
  /// The formats that can be read.
  public enum Format: String, Sendable, CaseIterable {
    /// Canonical JSONL.
    case jsonl
    /// PAN-2012 XML.
    case pan12
    /// A table with one message a row.
    case csv
  }

  /// How the file is written.
  public var format: Format
  /// The file, or `-`.
  public var path: String
  /// The truth file of PAN-2012.
  public var truth: String?
  /// The label that means grooming in other people's JSONL or CSV.
  public var positiveLabel: String?
  /// Shares of train, validation and test; nil keeps the file's splits and cuts the rest .6/.2/.2.
  public var shares: SplitAssignment?
  /// Which conversations are kept; nil keeps all.
  public var filter: ConversationFilter?
  /// Whether conversations that share an author become one group, and so share a split: for formats
  /// in which an author is one person in every conversation.
  public var keepsAuthorsTogether: Bool
  /// Whether bad items are skipped and reported.
  public var isLenient: Bool

  /// An import with these choices.
  public init(
    format: Format, path: String, truth: String? = nil, positiveLabel: String? = nil,
    shares: SplitAssignment? = nil, filter: ConversationFilter? = nil,
    keepsAuthorsTogether: Bool = false, isLenient: Bool = false
  ) {
    (self.format, self.path, self.truth) = (format, path, truth)
    (self.filter, self.keepsAuthorsTogether) = (filter, keepsAuthorsTogether)
    (self.positiveLabel, self.shares, self.isLenient) = (positiveLabel, shares, isLenient)
  }

  /// Reads the file into a corpus named `name`.
  ///
  /// - Parameter advance: called with the number of conversations that were just stored.
  /// - Returns: the corpus, and what the reader did, filtered conversations counted.
  /// - Throws: `FormatError`, `UnreadableFile`, `StoreError`, and what `advance` throws.
  public func store(
    in workbench: Workbench, name: String, advance: (Int) throws -> Void
  ) throws -> (corpus: CorpusRecord, summary: ReadSummary) {
    var summary = ReadSummary()
    let record = CorpusRecord(name: name, contentSHA256: "", source: format.rawValue)
    let corpus = try workbench.writeCorpus(record) { writer in
      var undecided: [SplitAssignment.Item] = []
      var circles = AuthorCircles()
      summary = try read { chunk in
        if let filter {
          let kept = chunk.conversations.filter { filter.keeps($0, in: chunk.messages) }
          chunk.conversations = kept
        }
        if keepsAuthorsTogether {
          for conversation in chunk.conversations { circles.add(conversation) }
        }
        for conversation in chunk.conversations where shares != nil || conversation.split == nil {
          undecided.append((conversation.id, conversation.group, conversation.label))
        }
        try writer.append(chunk)
        try advance(chunk.conversations.count)
      }
      if keepsAuthorsTogether {
        let groups = circles.groups
        try writer.setGroups(groups)
        undecided = undecided.map { ($0.id, groups[$0.id] ?? $0.group, $0.label) }
      }
      let splits = (shares ?? .standard).splits(of: undecided)
      try writer.setSplits(Dictionary(zip(undecided.map(\.id), splits)) { $1 })
      return try contentDigest(readBack: writer.readBack)
    }
    return (corpus, summary)
  }

  private func read(_ body: (inout Chunk) throws -> Void) throws -> ReadSummary {
    switch format {
    case .jsonl:
      let options = JSONL.Options(positiveLabel: positiveLabel, isLenient: isLenient)
      return try JSONL.read(path: path, options: options, body)
    case .pan12:
      return try PAN2012.read(path: path, truth: truth, isLenient: isLenient, body)
    case .csv:
      return try CSV.read(path: path, positiveLabel: positiveLabel, isLenient: isLenient, body)
    }
  }
}

/// SHA-256 over the canonical lines of stored conversations, 64 hex digits.
private func contentDigest(
  readBack: (Int, (Chunk) throws -> Void) throws -> Void
) throws -> String {
  var digest = SHA256()
  var lines: [UInt8] = []
  try readBack(4 << 20) { chunk in
    lines.removeAll(keepingCapacity: true)
    for index in chunk.conversations.indices {
      JSONL.append(chunk, conversation: index, to: &lines)
    }
    digest.update(lines)
  }
  return SHA256.hex(digest.digest())
}

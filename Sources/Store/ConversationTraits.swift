public import Chat
import SQLite

/// What a corpus knows of a conversation beside its truth, for slices.
public struct ConversationTraits: Sendable, Equatable {
  /// A language tag; nil where the corpus gives none.
  public var locale: String?
  /// How many people write in it.
  public var authors: Int

  /// Traits.
  public init(locale: String? = nil, authors: Int) {
    (self.locale, self.authors) = (locale, authors)
  }
}

extension Workbench {
  /// The traits of the conversations of a split, by id. One pass over them, no message is read.
  ///
  /// - Throws: ``StoreError/unknownCorpus(_:suggestion:path:)``.
  public func traits(corpus name: String, split: Split) throws -> [String: ConversationTraits] {
    let corpus = try corpus(named: name)
    return try wording {
      let rows = try connection.all(
        """
        SELECT id, locale, json_array_length(authors) FROM conversation
        WHERE corpus_id = ? AND split = ?
        """, [.integer(corpus.id), .text(split.rawValue)]
      ) { row in
        (row.text(0), ConversationTraits(locale: row.optionalText(1), authors: row.integer(2)))
      }
      return Dictionary(rows) { first, _ in first }
    }
  }
}

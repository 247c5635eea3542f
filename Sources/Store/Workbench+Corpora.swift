public import Chat
import SQLite

extension Workbench {
  private static let selection = """
    SELECT corpus_id, name, content_sha256, source, corpus.seed, recipe, conversations, messages,
      created_utc, parent, parent_sha256, kind, level, derivation.seed, splits
    FROM corpus LEFT JOIN derivation USING (corpus_id)
    """

  /// All corpora, in the order they were stored.
  public func corpora() throws -> [CorpusRecord] {
    try wording {
      try connection.all("\(Self.selection) ORDER BY corpus_id", [], record)
    }
  }

  /// The corpora that were made from the one of that name as it is now, by kind of noise and rising
  /// level; levels that are words stand behind numbers, in their own order.
  ///
  /// A corpus that was made from other content under this name is none of them.
  ///
  /// - Throws: ``StoreError/unknownCorpus(_:suggestion:path:)``.
  public func derived(from name: String) throws -> [CorpusRecord] {
    let parent = try corpus(named: name)
    let found = try wording {
      try connection.all(
        "\(Self.selection) WHERE parent = ? AND parent_sha256 = ?",
        [.text(name), .text(parent.contentSHA256)], record)
    }
    func order(_ corpus: CorpusRecord) -> (String, Double, String, Int) {
      let derivation = corpus.derivation
      return (
        derivation?.kind ?? "", derivation?.amount ?? .infinity, derivation?.level ?? "", corpus.id
      )
    }
    return found.sorted { order($0) < order($1) }
  }

  /// The corpus of that name.
  ///
  /// - Throws: ``StoreError/unknownCorpus(_:suggestion:path:)``, with the nearest name there is.
  public func corpus(named name: String) throws -> CorpusRecord {
    let found = try wording {
      try connection.first(
        "\(Self.selection) WHERE name = ?", [.text(name)], record)
    }
    if let found { return found }
    let names = try corpora().map(\.name)
    throw StoreError.unknownCorpus(
      name, suggestion: NearMiss.of(name, among: names), path: path)
  }

  /// Everything in one immediate transaction: `body` receives a writer and gives the SHA-256 of the
  /// corpus content as 64 hex digits; a throw keeps nothing.
  ///
  /// - Returns: the record with id, counts, content and creation time filled in.
  /// - Throws: ``StoreError/duplicateCorpus(_:path:)`` before `body` is called; what `body` throws.
  public func writeCorpus(
    _ record: CorpusRecord, _ body: (CorpusWriter) throws -> String
  ) throws -> CorpusRecord {
    // Every row is inserted below the one it refers to, so that looking each one up (a fifth of the
    // time) could find nothing. The switch has no effect within a transaction, and nothing else can
    // write in this one: https://www.sqlite.org/pragma.html#pragma_foreign_keys
    try wording { try connection.script("PRAGMA foreign_keys = OFF") }
    defer { try? connection.script("PRAGMA foreign_keys = ON") }
    return try writing {
      do {
        try connection.execute(
          """
          INSERT INTO corpus (name, content_sha256, source, seed, recipe, conversations, messages,
            created_utc)
          VALUES (?, '', ?, ?, ?, 0, 0, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
          """,
          [
            .text(record.name), .text(record.source), .optional(record.seed.map(String.init)),
            .optional(record.recipe),
          ])
      } catch let error as SQLiteError {
        guard error.isDuplicate else { throw error }
        throw StoreError.duplicateCorpus(record.name, path: path)
      }
      let row = connection.lastInsertedRow
      if let derivation = record.derivation { try insert(derivation, corpusRow: row) }
      let writer = try CorpusWriter(self, corpus: record.name, corpusRow: row)
      let content = try body(writer)
      precondition(content.utf8.count == 64, "the content's SHA-256 has 64 hex digits")
      try connection.execute(
        """
        UPDATE corpus SET content_sha256 = ?, conversations = ?, messages = ? WHERE corpus_id = ?
        """,
        [
          .text(content), .integer(writer.conversations), .integer(writer.messages),
          .integer(writer.corpusRow),
        ])
      return try corpus(named: record.name)
    }
  }

  /// Removes a corpus with its conversations, and the runs on it with all their results.
  ///
  /// The file keeps its size; its free pages serve what is stored next.
  public func removeCorpus(named name: String) throws {
    let corpus = try corpus(named: name)
    try writing {
      // Runs first: their predictions would be looked up once more for every conversation.
      try connection.execute("DELETE FROM run WHERE corpus_id = ?", [.integer(corpus.id)])
      try connection.execute("DELETE FROM corpus WHERE corpus_id = ?", [.integer(corpus.id)])
    }
  }

  /// Streams the conversations of a corpus (of one split, or all) in id-stable storage order.
  ///
  /// Memory is bounded by the chunk, whose buffers are used again for the next one.
  ///
  /// - Parameter maximumTextBytes: the most text a chunk holds; one longer conversation stands alone.
  public func readChunks(
    corpus name: String, split: Split?, maximumTextBytes: Int = 512 << 10,
    _ body: (Chunk) throws -> Void
  ) throws {
    let corpus = try corpus(named: name)
    try wording {
      // One pass comes to no page twice, and a page of memory that is new costs more than reading one.
      // Mapping the file would save the copy as well, but "an I/O error … causes a signal", where
      // today it is an error that says which file: https://www.sqlite.org/mmap.html
      try setCacheSize(kibibytes: 1024)
      defer { try? setCacheSize(kibibytes: Self.cacheSize) }
      let reader = ConversationReader(self, corpusRow: corpus.id)
      try reader.read(split: split, maximumTextBytes: maximumTextBytes, body)
    }
  }

  /// One conversation, or nil.
  public func conversation(corpus name: String, id: String) throws -> Chunk? {
    let corpus = try corpus(named: name)
    return try wording {
      let row = try connection.first(
        "SELECT conversation_id FROM conversation WHERE corpus_id = ? AND id = ?",
        [.integer(corpus.id), .text(id)]
      ) { $0.integer(0) }
      guard let row else { return nil }
      var found: Chunk?
      let reader = ConversationReader(self, corpusRow: corpus.id)
      try reader.read(rows: row...row, split: nil, maximumTextBytes: 0) { found = $0 }
      return found
    }
  }

  /// How many conversations of a corpus stand in each split, by label; in the order of
  /// `Split.allCases`, those without a split last. One pass over the conversations.
  public func counts(corpus name: String) throws -> [SplitCounts] {
    let corpus = try corpus(named: name)
    var counts: [Split?: SplitCounts] = [:]
    try wording {
      let rows = try connection.statement(
        """
        SELECT split, label, count(*), sum(messages)
        FROM conversation LEFT JOIN label USING (conversation_id)
        WHERE corpus_id = ? GROUP BY split, label
        """)
      try rows.forEach([.integer(corpus.id)]) { row in
        let split = try row.optionalText(0).map { try named($0, in: "split", as: Split.self) }
        let label = try row.optionalText(1).map { try named($0, in: "label", as: Label.self) }
        var count = counts[split] ?? SplitCounts(split: split)
        count.conversations += row.integer(2)
        count.messages += row.integer(3)
        if let label { count.labels[label, default: 0] += row.integer(2) }
        counts[split] = count
      }
    }
    return (Split.allCases.map(Optional.some) + [nil]).compactMap { counts[$0] }
  }

  private func insert(_ derivation: Derivation, corpusRow: Int) throws {
    try connection.execute(
      """
      INSERT INTO derivation (corpus_id, parent, parent_sha256, kind, level, seed, splits)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(corpusRow), .text(derivation.parent), .text(derivation.parentSHA256),
        .text(derivation.kind), .text(derivation.level), .text(String(derivation.seed)),
        .text(derivation.splits.map(\.rawValue).joined(separator: ",")),
      ])
  }

  private func record(_ row: Statement) throws -> CorpusRecord {
    CorpusRecord(
      id: row.integer(0), name: row.text(1), contentSHA256: row.text(2), source: row.text(3),
      seed: row.optionalText(4).flatMap { UInt64($0) }, recipe: row.optionalText(5),
      derivation: try derivation(row), conversations: row.integer(6), messages: row.integer(7),
      createdUTC: row.text(8))
  }

  private func derivation(_ row: Statement) throws -> Derivation? {
    guard let parent = row.optionalText(9) else { return nil }
    guard let seed = UInt64(row.text(13)) else {
      throw StoreError.damaged(path: path, reason: "an unknown value in derivation.seed")
    }
    return Derivation(
      parent: parent, parentSHA256: row.text(10), kind: row.text(11), level: row.text(12),
      seed: seed,
      splits: try row.text(14).split(separator: ",").map {
        try named(String($0), in: "derivation.splits", as: Split.self)
      })
  }
}

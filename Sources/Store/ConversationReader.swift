import Chat
import SQLite

/// Streams conversations in storage order: one query over conversations, one over participants in
/// the same order, and the messages of each chunk from where they lie.
struct ConversationReader {
  /// A chunk ends with this many messages or conversations even where they hold next to no text.
  private static let maximumRows = 1 << 20

  private let connection: Connection
  private let path: String
  private let messages: MessageReceiver
  private let corpusRow: Int

  init(_ workbench: Workbench, corpusRow: Int) {
    (connection, path) = (workbench.connection, workbench.path)
    (messages, self.corpusRow) = (workbench.messages, corpusRow)
  }

  /// Streams the whole corpus, or one split of it.
  func read(
    split: Split?, maximumTextBytes: Int, _ body: (Chunk) throws -> Void
  ) throws {
    // One transaction stored the corpus, so that its rows stand together.
    let rows = try connection.first(
      "SELECT min(conversation_id), max(conversation_id) FROM conversation WHERE corpus_id = ?",
      [.integer(corpusRow)]
    ) { $0.isNull(0) ? nil : $0.integer(0)...$0.integer(1) }
    guard case .some(.some(let rows)) = rows else { return }
    try read(rows: rows, split: split, maximumTextBytes: maximumTextBytes, body)
  }

  /// Streams the conversations with the given rows.
  func read(
    rows: ClosedRange<Int>, split: Split?, maximumTextBytes: Int, _ body: (Chunk) throws -> Void
  ) throws {
    let values: [SQLValue] = [
      .integer(rows.lowerBound), .integer(rows.upperBound), .integer(corpusRow),
      .optional(split?.rawValue),
    ]
    let conversations = try connection.statement(
      """
      SELECT c.conversation_id, id, split, group_id, locale, scenario, pair, families, seed,
        known_offline, authors, extra, messages, text_bytes, label, kind, onset, decidable
      FROM conversation AS c LEFT JOIN label USING (conversation_id) \(Self.selection)
      """)
    var participants = try ParticipantCursor(connection, Self.selection, values)
    defer { participants.end() }
    var chunk = Chunk()
    var pending: [MessageReceiver.Pending] = []
    var (messageCount, textBytes) = (0, 0)
    func hand() throws {
      try messages.append(pending, to: &chunk)
      try body(chunk)
      chunk.removeAll()
      pending.removeAll(keepingCapacity: true)
      (messageCount, textBytes) = (0, 0)
    }
    try conversations.forEach(values) { row in
      let next = (messages: row.integer(12), textBytes: row.integer(13))
      // Room is made for what the row says, so that it must not say anything.
      guard (0...Int(Int32.max)).contains(next.messages),
        (0...Int(UInt32.max)).contains(next.textBytes)
      else { throw damaged("messages") }
      if !pending.isEmpty,
        textBytes + next.textBytes > maximumTextBytes
          || messageCount + next.messages > Self.maximumRows || pending.count == Self.maximumRows
      {
        try hand()
      }
      var conversation = try conversation(row)
      try participants.append(to: &conversation, row: row.integer(0))
      pending.append(
        MessageReceiver.Pending(
          conversation: conversation, row: row.integer(0), messages: next.messages,
          textBytes: next.textBytes))
      messageCount += next.messages
      textBytes += next.textBytes
    }
    if !pending.isEmpty { try hand() }
  }

  /// The same rows in the same order for every cursor.
  ///
  /// "a unary '+' operator … will disqualify the term from constraining an index": the rows of one
  /// corpus are a range already. https://www.sqlite.org/optoverview.html#uplus
  private static let selection = """
    WHERE c.conversation_id BETWEEN ?1 AND ?2 AND +c.corpus_id = ?3
      AND (?4 IS NULL OR c.split = ?4)
    ORDER BY c.conversation_id
    """

  private func conversation(_ row: Statement) throws -> Conversation {
    var conversation = Conversation(id: row.text(1))
    conversation.split = try named(row, 2, "split")
    conversation.group = row.optionalText(3)
    conversation.locale = row.optionalText(4)
    conversation.scenario = row.optionalText(5)
    conversation.pair = row.optionalText(6)
    if !row.isNull(7) { conversation.families = try strings(row, 7, "families") }
    conversation.seed = try row.optionalText(8).map { text in
      guard let seed = UInt64(text) else { throw damaged("seed") }
      return seed
    }
    conversation.knownOffline = row.optionalInteger(9).map { $0 != 0 }
    conversation.authors = try strings(row, 10, "authors")
    conversation.extra = row.extra(11)
    conversation.label = try named(row, 14, "label")
    conversation.kind = try named(row, 15, "kind")
    conversation.onset = row.optionalInteger(16)
    conversation.decidable = row.optionalInteger(17)
    return conversation
  }

  private func named<Value: RawRepresentable<String>>(
    _ row: Statement, _ column: Int, _ name: String
  ) throws -> Value? {
    guard let text = row.optionalText(column) else { return nil }
    guard let value = Value(rawValue: text) else { throw damaged(name) }
    return value
  }

  private func strings(_ row: Statement, _ column: Int, _ name: String) throws -> [String] {
    guard let strings = row.withText(column, { StringList.strings($0) }) else {
      throw damaged(name)
    }
    return strings
  }

  private func damaged(_ column: String) -> StoreError {
    .damaged(path: path, reason: "an unknown value in conversation.\(column)")
  }
}

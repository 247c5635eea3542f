public import Chat
import SQLite

/// Takes conversations into a corpus, within the transaction that made it.
public final class CorpusWriter {
  private let connection: Connection
  private let reader: ConversationReader
  private let corpus: String
  let corpusRow: Int
  private let insertConversation: Statement
  private let insertLabel: Statement
  private let insertParticipant: Statement
  private var messageInsertion: MessageInsertion
  /// How many conversations were appended.
  public private(set) var conversations = 0
  /// How many messages they hold.
  public private(set) var messages = 0

  init(_ workbench: Workbench, corpus: String, corpusRow: Int) throws {
    connection = workbench.connection
    reader = ConversationReader(workbench, corpusRow: corpusRow)
    (self.corpus, self.corpusRow) = (corpus, corpusRow)
    insertConversation = try connection.statement(
      """
      INSERT INTO conversation (corpus_id, id, split, group_id, locale, scenario, pair, families,
        seed, known_offline, authors, extra, messages, text_bytes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    insertLabel = try connection.statement(
      """
      INSERT INTO label (conversation_id, label, kind, onset, decidable) VALUES (?, ?, ?, ?, ?)
      """)
    insertParticipant = try connection.statement(
      """
      INSERT INTO participant
        (conversation_id, number, id, role, age_band, claimed_age_band, extra)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    messageInsertion = try MessageInsertion(connection)
  }

  /// Adds all conversations of a chunk.
  ///
  /// - Throws: ``StoreError/duplicateConversation(corpus:id:)`` where the corpus has the id already;
  ///   the conversations before it are added.
  public func append(_ chunk: borrowing Chunk) throws {
    let columns = chunk.messages
    defer { messageInsertion.clear() }
    for conversation in chunk.conversations {
      let row = try insert(conversation, columns)
      try insertTruth(of: conversation, row)
      for (index, participant) in conversation.participants.enumerated() {
        try insert(participant, number: index + 1, row)
      }
      try messageInsertion.insert(conversation, columns, row: row)
      conversations += 1
      messages += conversation.messages.count
    }
  }

  /// Sets the split of conversations by id.
  ///
  /// - Throws: ``StoreError/unknownConversation(corpus:id:)`` where an id was not appended.
  public func setSplits(_ splits: [String: Split]) throws {
    try set("split", splits.mapValues(\.rawValue))
  }

  /// Sets the group of conversations by id: what a split and the bootstrap keep together.
  ///
  /// - Throws: ``StoreError/unknownConversation(corpus:id:)`` where an id was not appended.
  public func setGroups(_ groups: [String: String]) throws {
    try set("group_id", groups)
  }

  /// Sets a column of conversations by id.
  private func set(_ column: String, _ values: [String: String]) throws {
    let update = try connection.statement(
      "UPDATE conversation SET \(column) = ? WHERE corpus_id = ? AND id = ?")
    for (id, value) in values {
      try update.bind(value, at: 1)
      try update.bind(corpusRow, at: 2)
      try update.bind(id, at: 3)
      try update.run()
      guard connection.changes == 1 else {
        throw StoreError.unknownConversation(corpus: corpus, id: id)
      }
    }
  }

  /// Streams what was appended so far, in storage order.
  public func readBack(maximumTextBytes: Int = 4 << 20, _ body: (Chunk) throws -> Void) throws {
    try reader.read(split: nil, maximumTextBytes: maximumTextBytes, body)
  }

  /// Inserts the row of a conversation and gives its number.
  private func insert(_ conversation: Conversation, _ columns: MessageColumns) throws -> Int {
    let statement = insertConversation
    let range = conversation.messages
    let textBytes =
      range.isEmpty
      ? 0
      : columns.textRange(range.upperBound - 1).upperBound
        - columns.textRange(range.lowerBound).lowerBound
    try statement.bind(corpusRow, at: 1)
    try statement.bind(conversation.id, at: 2)
    try statement.bind(conversation.split?.rawValue, at: 3)
    try statement.bind(conversation.group, at: 4)
    try statement.bind(conversation.locale, at: 5)
    try statement.bind(conversation.scenario, at: 6)
    try statement.bind(conversation.pair, at: 7)
    if conversation.families.isEmpty {
      try statement.bindNull(at: 8)
    } else {
      try statement.bind(text: StringList.text(conversation.families), at: 8)
    }
    try statement.bind(conversation.seed.map(String.init), at: 9)
    try statement.bind(conversation.knownOffline.map { $0 ? 1 : 0 }, at: 10)
    try statement.bind(text: StringList.text(conversation.authors), at: 11)
    try statement.bind(extra: conversation.extra, at: 12)
    try statement.bind(range.count, at: 13)
    try statement.bind(textBytes, at: 14)
    do { try statement.run() } catch {
      guard error.isDuplicate else { throw error }
      throw StoreError.duplicateConversation(corpus: corpus, id: conversation.id)
    }
    return connection.lastInsertedRow
  }

  private func insertTruth(of conversation: Conversation, _ row: Int) throws {
    guard
      conversation.label != nil || conversation.kind != nil || conversation.onset != nil
        || conversation.decidable != nil
    else { return }
    try insertLabel.bind(row, at: 1)
    try insertLabel.bind(conversation.label?.rawValue, at: 2)
    try insertLabel.bind(conversation.kind?.rawValue, at: 3)
    try insertLabel.bind(conversation.onset, at: 4)
    try insertLabel.bind(conversation.decidable, at: 5)
    try insertLabel.run()
  }

  private func insert(_ participant: Participant, number: Int, _ row: Int) throws {
    try insertParticipant.bind(row, at: 1)
    try insertParticipant.bind(number, at: 2)
    try insertParticipant.bind(participant.id, at: 3)
    try insertParticipant.bind(participant.role, at: 4)
    try insertParticipant.bind(participant.ageBand, at: 5)
    try insertParticipant.bind(participant.claimedAgeBand, at: 6)
    try insertParticipant.bind(extra: participant.extra, at: 7)
    try insertParticipant.run()
  }
}

extension Statement {
  /// Binds members of a JSON object as the whole object; NULL where there are none.
  func bind(extra members: [UInt8], at position: Int) throws(SQLiteError) {
    guard !members.isEmpty else { return try bindNull(at: position) }
    try bind(text: [UInt8(ascii: "{")] + members + [UInt8(ascii: "}")], at: position)
  }

  /// The members of the JSON object in a column; empty where it holds NULL.
  func extra(_ index: Int) -> [UInt8] {
    let object = unsafeText(index)
    return object.count < 2 ? [] : Array(object[1..<object.count - 1])
  }
}

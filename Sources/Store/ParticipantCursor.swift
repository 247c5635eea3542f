import Chat
import SQLite

/// Reads the participants of one conversation after the other.
struct ParticipantCursor {
  private let statement: Statement
  private var isAtRow: Bool

  init(_ connection: Connection, _ selection: String, _ values: [SQLValue]) throws {
    statement = try connection.statement(
      """
      SELECT p.conversation_id, p.id, p.role, p.age_band, p.claimed_age_band, p.extra
      FROM conversation AS c CROSS JOIN participant AS p USING (conversation_id)
      \(selection), p.number
      """)
    try statement.bind(values)
    isAtRow = try statement.step()
  }

  /// Ends the query.
  func end() { statement.reset() }

  /// Adds the participants of the conversation with that row.
  mutating func append(to conversation: inout Conversation, row: Int) throws {
    while isAtRow, statement.integer(0) == row {
      conversation.participants.append(
        Participant(
          id: statement.text(1), role: statement.optionalText(2),
          ageBand: statement.optionalText(3), claimedAgeBand: statement.optionalText(4),
          extra: statement.extra(5)))
      isAtRow = try statement.step()
    }
  }
}

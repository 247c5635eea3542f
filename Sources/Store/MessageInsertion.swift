import Chat
import SQLite

/// Inserts the messages of conversations: the inner loop of every import.
///
/// Texts and names are bound where they lie, and a value that repeats stays bound.
struct MessageInsertion {
  private var batches: [MessageBatch]
  private var names = NameTable()
  private var signs = CaseSetText<Sign>()
  private var cues = CaseSetText<Cue>()

  init(_ connection: Connection) throws {
    batches = try [16, 4, 1].map { try MessageBatch(count: $0, connection) }
  }

  /// Inserts the messages of one conversation, whose row is there already.
  mutating func insert(
    _ conversation: Conversation, _ columns: MessageColumns, row: Int
  ) throws {
    let range = conversation.messages
    guard !range.isEmpty else { return }
    names.replace(with: conversation.authors)
    let names = names
    try columns.text.withUnsafeBufferPointer { text in
      try names.withNames { nameBytes, nameEnds in
        let source = MessageBatch.Source(
          row: row, text: text, names: nameBytes, nameEnds: nameEnds)
        var first = range.lowerBound
        for size in batches.indices {
          while range.upperBound - first >= batches[size].count {
            try batches[size].insert(
              source, columns, first: first, number: first - range.lowerBound + 1,
              extras: conversation.messageExtras, &signs, &cues)
            first += batches[size].count
          }
        }
      }
    }
  }

  /// Forgets texts and names, which are about to go.
  mutating func clear() {
    for size in batches.indices { batches[size].clear() }
  }
}

import Chat
import SQLite

/// Reads the messages of one conversation after the other: the inner loop of every corpus read.
///
/// One for each connection; the rows arrive as values of an SQL function.
final class MessageReceiver {
  private let connection: Connection
  private let path: String
  /// On the heap, so that the inner loop changes a struct and asks for no exclusive access to this
  /// object.
  private let state: UnsafeMutablePointer<State>

  init(_ connection: Connection, path: String) throws {
    (self.connection, self.path) = (connection, path)
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    state.initialize(to: State())
    self.state = state
    // Only `append` below runs it, so that the state is there whenever it is called.
    try connection.defineRowReceiver("receive_message", columns: 10) { state.pointee.take($0) }
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Adds the messages of the conversation with that row to the columns of `chunk`, straight from
  /// SQLite's pages.
  func append(to chunk: inout Chunk, _ conversation: inout Conversation, row: Int) throws {
    state.pointee.names.replace(with: conversation.authors)
    state.pointee.number = 0
    state.pointee.unknown = nil
    swap(&state.pointee.columns, &chunk.messages)
    defer { swap(&state.pointee.columns, &chunk.messages) }
    // The rows stand in the order of the primary key; `take` checks that they come in it.
    let query = try connection.statement(
      """
      SELECT receive_message(number, author, at_ms, time_style, session, stage, signs, cues, text,
        extra)
      FROM message WHERE conversation_id = ?
      """)
    try query.bind(row, at: 1)
    try query.run()
    if let column = state.pointee.unknown {
      throw StoreError.damaged(path: path, reason: "an unknown value in message.\(column)")
    }
    if !state.pointee.extras.isEmpty {
      conversation.messageExtras = state.pointee.extras
      state.pointee.extras = [:]
    }
  }

  private struct State {
    var columns = MessageColumns()
    var names = NameTable()
    var stages = NameTable(Stage.allCases.map(\.rawValue))
    var signs = CaseSetText<Sign>()
    var cues = CaseSetText<Cue>()
    var extras: [Int: [UInt8]] = [:]
    /// How many messages of the conversation have come.
    var number = 0
    /// The first column with a value that nothing has written.
    var unknown: String?

    mutating func take(_ row: RowValues) {
      guard unknown == nil else { return }
      number += 1
      guard row.integer(0) == number else {
        unknown = "number"
        return
      }
      guard let author = names.index(of: row.unsafeText(1)) else {
        unknown = "author"
        return
      }
      var stage = 255
      let stageName = row.unsafeText(5)
      if !stageName.isEmpty {
        guard let index = stages.index(of: stageName) else {
          unknown = "stage"
          return
        }
        stage = index
      }
      // Most messages carry neither.
      var (signSet, cueSet): (SignSet, CueSet) = (
        SignSet(rawValue: 0), CueSet(rawValue: 0)
      )
      let (signNames, cueNames) = (row.unsafeText(6), row.unsafeText(7))
      if !signNames.isEmpty {
        guard let set = signs.set(of: signNames) else {
          unknown = "signs"
          return
        }
        signSet = set
      }
      if !cueNames.isEmpty {
        guard let set = cues.set(of: cueNames) else {
          unknown = "cues"
          return
        }
        cueSet = set
      }
      columns.author.append(UInt32(author))
      columns.time.append(Int64(row.integer(2)))
      columns.timeStyle.append(TimeStyle(rawValue: UInt32(truncatingIfNeeded: row.integer(3))))
      columns.session.append(UInt32(truncatingIfNeeded: row.integer(4)))
      columns.stage.append(UInt8(stage))
      columns.signs.append(signSet)
      columns.cues.append(cueSet)
      columns.text.append(contentsOf: row.unsafeText(8))
      columns.textEnd.append(UInt32(columns.text.count))
      let object = row.unsafeText(9)
      if object.count > 1 { extras[number - 1] = Array(object[1..<object.count - 1]) }
    }
  }
}

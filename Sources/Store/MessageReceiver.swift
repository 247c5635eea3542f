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
    state.pointee.scratch.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// What `conversation` says of the messages of one conversation.
  struct Extent {
    /// The conversation's row.
    var row: Int
    var messages: Int
    var textBytes: Int
  }

  /// Adds the messages of the conversation with that row to the columns of `chunk`, from SQLite's
  /// pages by way of the scratch.
  func append(to chunk: inout Chunk, _ conversation: inout Conversation, _ extent: Extent) throws {
    state.pointee.names.replace(with: conversation.authors)
    state.pointee.unknown = nil
    state.pointee.extras = [:]
    // Room is made for what the row says, so that it must not say anything.
    guard (0...Int(Int32.max)).contains(extent.messages),
      (0...Int(UInt32.max) - chunk.messages.text.count).contains(extent.textBytes)
    else {
      throw StoreError.damaged(path: path, reason: "an unknown value in conversation.messages")
    }
    state.pointee.scratch.begin(
      messages: extent.messages, textBytes: extent.textBytes, after: chunk.messages)
    // The rows stand in the order of the primary key; `take` checks that they come in it.
    let query = try connection.statement(
      """
      SELECT receive_message(number, author, at_ms, time_style, session, stage, signs, cues, text,
        extra)
      FROM message WHERE conversation_id = ?
      """)
    try query.bind(extent.row, at: 1)
    try query.run()
    if state.pointee.scratch.count < extent.messages, state.pointee.unknown == nil {
      state.pointee.unknown = "number"
    }
    if let column = state.pointee.unknown {
      throw StoreError.damaged(path: path, reason: "an unknown value in message.\(column)")
    }
    state.pointee.scratch.move(to: &chunk.messages)
    if !state.pointee.extras.isEmpty {
      conversation.messageExtras = state.pointee.extras
    }
  }

  private struct State {
    var scratch = MessageScratch()
    var names = NameTable()
    var stages = NameTable(Stage.allCases.map(\.rawValue))
    var signs = CaseSetText<Sign>()
    var cues = CaseSetText<Cue>()
    var extras: [Int: [UInt8]] = [:]
    /// The first column with a value that nothing has written.
    var unknown: String?

    mutating func take(_ row: RowValues) {
      guard unknown == nil else { return }
      guard row.integer(0) == scratch.count + 1 else {
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
      let message = MessageScratch.Row(
        author: UInt32(author), time: Int64(row.integer(2)),
        style: TimeStyle(rawValue: UInt32(truncatingIfNeeded: row.integer(3))),
        session: UInt32(truncatingIfNeeded: row.integer(4)), stage: UInt8(stage), signs: signSet,
        cues: cueSet)
      guard scratch.append(message, text: row.unsafeText(8)) else {
        unknown = "text"
        return
      }
      let object = row.unsafeText(9)
      if object.count > 1 { extras[scratch.count - 1] = Array(object[1..<object.count - 1]) }
    }
  }
}

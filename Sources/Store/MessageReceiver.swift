import Chat
import SQLite

/// Reads the messages of conversations: the inner loop of every corpus read.
///
/// One for each connection; the rows arrive as values of an SQL function. Conversations whose rows
/// follow one another are read by one query without an upper end, which SQLite would compare with
/// the key of every row.
final class MessageReceiver {
  /// A conversation whose messages are still to come, and what its row says of them.
  struct Pending {
    var conversation: Conversation
    /// The conversation's row.
    var row: Int
    var messages: Int
    var textBytes: Int
  }

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
    // Only `read` below runs it, so that the state is there whenever it is called.
    try connection.defineRowReceiver("receive_message", columns: 10) { state.pointee.take($0) }
  }

  deinit {
    state.pointee.scratch.deallocate()
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Adds conversations, in the order of their rows, to `chunk` with their messages, from SQLite's
  /// pages by way of the scratch.
  func append(_ pending: [Pending], to chunk: inout Chunk) throws {
    state.pointee.begin(pending, after: chunk.messages)
    defer { state.pointee.pending.removeAll() }
    var first = 0
    while first < pending.count {
      var end = first + 1
      while end < pending.count, Self.follows(pending[end], pending[end - 1]) { end += 1 }
      try readRun(pending[first..<end])
      first = end
    }
    var start = chunk.messages.count
    state.pointee.scratch.move(to: &chunk.messages)
    for item in state.pointee.pending {
      var conversation = item.conversation
      conversation.messages = start..<start + item.messages
      chunk.conversations.append(conversation)
      start += item.messages
    }
  }

  /// Whether one query reads both; empty conversations end a run.
  private static func follows(_ next: Pending, _ previous: Pending) -> Bool {
    next.row == previous.row + 1 && (next.messages == 0 || previous.messages > 0)
  }

  /// Reads the messages of conversations whose rows follow one another.
  ///
  /// `take` checks that numbers count up from 1 as often as there are conversations with messages. A
  /// number of 1 begins another conversation, since the rows stand in the order of the primary key.
  /// So where the last row is of the last conversation, every row is of the one it is taken for.
  private func readRun(_ run: ArraySlice<Pending>) throws {
    // `extra` first: SQLite decodes the lengths of all columns up to the one that it is asked for.
    let query = try connection.statement(
      """
      SELECT conversation_id FROM message
      WHERE conversation_id >= ? AND receive_message(extra, number, author, at_ms, time_style,
        session, stage, signs, cues, text)
      ORDER BY conversation_id, number
      """)
    try query.bind(run[run.startIndex].row, at: 1)
    defer { query.reset() }
    state.pointee.end = run.endIndex
    if let last = run.last(where: { $0.messages > 0 }) {
      guard try query.step(), state.pointee.isComplete, query.integer(0) == last.row else {
        throw damaged(state.pointee.unknown ?? "number")
      }
    }
    // The next row, where there is one, is of another conversation.
    if try query.step(), query.integer(0) <= run[run.endIndex - 1].row { throw damaged("number") }
    state.pointee.next = run.endIndex
  }

  private func damaged(_ column: String) -> StoreError {
    .damaged(path: path, reason: "an unknown value in message.\(column)")
  }

  private struct State {
    var scratch = MessageScratch()
    var pending: [Pending] = []
    /// The conversation whose messages come next, and the one behind the last of the run.
    var (next, end) = (0, 0)
    /// What is still to come of the conversation before ``next``.
    private var (messages, textBytes) = (0, 0)
    private var number = 0
    private var names = NameTable()
    private var stages = NameTable(Stage.allCases.map(\.rawValue))
    private var signs = CaseSetText<Sign>()
    private var cues = CaseSetText<Cue>()
    /// The first column with a value that nothing has written.
    var unknown: String?

    /// Whether all messages of the run have arrived.
    var isComplete: Bool {
      messages == 0 && unknown == nil && (next == end || pending[next].messages == 0)
    }

    /// Makes room for the messages of some conversations.
    mutating func begin(_ pending: [Pending], after columns: MessageColumns) {
      self.pending = pending
      (next, messages, unknown) = (0, 0, nil)
      scratch.begin(
        messages: pending.reduce(0) { $0 + $1.messages },
        textBytes: pending.reduce(0) { $0 + $1.textBytes }, after: columns)
    }

    /// Takes a message, and says whether it was the last one of the run or cannot be taken.
    mutating func take(_ row: RowValues) -> Bool {
      if messages == 0 {
        guard !isComplete else { return true }
        (messages, textBytes, number) = (pending[next].messages, pending[next].textBytes, 0)
        names.replace(with: pending[next].conversation.authors)
        next += 1
      }
      let object = row.unsafeText(0)
      number += 1
      guard row.integer(1) == number else { return refuse("number") }
      guard let author = names.index(of: row.unsafeText(2)) else { return refuse("author") }
      var stage = 255
      let stageName = row.unsafeText(6)
      if !stageName.isEmpty {
        guard let index = stages.index(of: stageName) else { return refuse("stage") }
        stage = index
      }
      // Most messages carry neither.
      var (signSet, cueSet): (SignSet, CueSet) = (
        SignSet(rawValue: 0), CueSet(rawValue: 0)
      )
      let (signNames, cueNames) = (row.unsafeText(7), row.unsafeText(8))
      if !signNames.isEmpty {
        guard let set = signs.set(of: signNames) else { return refuse("signs") }
        signSet = set
      }
      if !cueNames.isEmpty {
        guard let set = cues.set(of: cueNames) else { return refuse("cues") }
        cueSet = set
      }
      let text = row.unsafeText(9)
      textBytes -= text.count
      let message = MessageScratch.Row(
        author: UInt32(author), time: Int64(row.integer(3)),
        style: TimeStyle(rawValue: UInt32(truncatingIfNeeded: row.integer(4))),
        session: UInt32(truncatingIfNeeded: row.integer(5)), stage: UInt8(stage), signs: signSet,
        cues: cueSet)
      guard textBytes >= 0, scratch.append(message, text: text) else { return refuse("text") }
      if object.count > 1 {
        pending[next - 1].conversation.messageExtras[number - 1] =
          Array(object[1..<object.count - 1])
      }
      messages -= 1
      return messages == 0 && isComplete
    }

    private mutating func refuse(_ column: String) -> Bool {
      unknown = column
      return true
    }
  }
}

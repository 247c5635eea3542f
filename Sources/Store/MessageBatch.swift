import Chat
import SQLite

/// An INSERT of a fixed number of messages, with what is bound to it already.
///
/// SQLite starts a statement, opens the table and ends the statement once for all its rows, which
/// for one row takes as long as the row itself.
///
/// A statement of several rows that fails must leave nothing behind, so that SQLite copies every
/// page to a temporary file before it changes it, once for each statement: 16 kB for a few rows.
/// With `OR FAIL` it need not, because a failure may leave rows; here it ends the transaction.
/// https://www.sqlite.org/tempfiles.html#statement_journal_files
struct MessageBatch {
  /// Texts and names of one conversation where they lie, valid while its rows are inserted.
  struct Source {
    var row: Int
    var text: UnsafeBufferPointer<UInt8>
    var names: UnsafeBufferPointer<UInt8>
    var nameEnds: [Int]
  }

  /// The values of one place that seldom change; −1: nothing is bound.
  private struct Bound {
    var (row, style, session, stage) = (-1, -1, -1, -1)
    var (signs, cues) = (-1, -1)
    var hasExtra = true
  }

  /// How many messages it inserts.
  let count: Int
  private let statement: Statement
  private var bound: [Bound]

  private static let columns = """
    conversation_id, number, author, at_ms, time_style, session, stage, signs, cues, text, extra
    """
  private static let columnCount = 11
  private static let stages = Stage.allCases.map { Array($0.rawValue.utf8) }

  init(count: Int, _ connection: Connection) throws {
    self.count = count
    let places = "(" + Array(repeating: "?", count: Self.columnCount).joined(separator: ", ") + ")"
    statement = try connection.statement(
      "INSERT OR FAIL INTO message (\(Self.columns)) VALUES "
        + Array(repeating: places, count: count).joined(separator: ", "))
    bound = Array(repeating: Bound(), count: count)
  }

  /// Inserts the ``count`` messages from `first`, the 1-based `number` of its conversation.
  mutating func insert(
    _ source: Source, _ columns: MessageColumns, first: Int, number: Int,
    extras: [Int: [UInt8]], _ signs: inout CaseSetText<Sign>, _ cues: inout CaseSetText<Cue>
  ) throws {
    for place in 0..<count {
      let index = first + place
      let base = place * Self.columnCount
      if bound[place].row != source.row {
        bound[place].row = source.row
        try statement.bind(source.row, at: base + 1)
      }
      try statement.bind(number + place, at: base + 2)
      let author = Int(columns.author[index])
      let start = author == 0 ? 0 : source.nameEnds[author - 1]
      try statement.bind(
        unownedText: UnsafeBufferPointer(rebasing: source.names[start..<source.nameEnds[author]]),
        at: base + 3)
      let style = Int(columns.timeStyle[index].rawValue)
      let time = Int(columns.time[index])
      if style == 0, time == 0 {
        try statement.bindNull(at: base + 4)
      } else {
        try statement.bind(time, at: base + 4)
      }
      if bound[place].style != style {
        bound[place].style = style
        try statement.bind(style, at: base + 5)
      }
      try bindMarks(place, base, index, columns, &signs, &cues)
      try statement.bind(
        unownedText: UnsafeBufferPointer(rebasing: source.text[columns.textRange(index)]),
        at: base + 10)
      let extra = extras.isEmpty ? nil : extras[number + place - 1]
      if let extra {
        // Even without members it is an object: that there is one belongs to the conversation.
        try statement.bind(text: [UInt8(ascii: "{")] + extra + [UInt8(ascii: "}")], at: base + 11)
      } else if bound[place].hasExtra {
        try statement.bindNull(at: base + 11)
      }
      bound[place].hasExtra = extra != nil
    }
    try statement.run()
  }

  /// Session, stage, signs and cues; NULL where the corpus does not say.
  @inline(__always)
  private mutating func bindMarks(
    _ place: Int, _ base: Int, _ index: Int, _ columns: MessageColumns,
    _ signs: inout CaseSetText<Sign>, _ cues: inout CaseSetText<Cue>
  ) throws {
    let session = Int(columns.session[index])
    if bound[place].session != session {
      bound[place].session = session
      try statement.bind(session == 0 ? nil : session, at: base + 6)
    }
    let stage = Int(columns.stage[index])
    if bound[place].stage != stage {
      bound[place].stage = stage
      if stage == 255 {
        try statement.bindNull(at: base + 7)
      } else {
        try statement.bind(text: Self.stages[stage], at: base + 7)
      }
    }
    let signSet = columns.signs[index]
    if bound[place].signs != Int(signSet.rawValue) {
      bound[place].signs = Int(signSet.rawValue)
      if signSet.isEmpty {
        try statement.bindNull(at: base + 8)
      } else {
        try statement.bind(signs.text(of: signSet), at: base + 8)
      }
    }
    let cueSet = columns.cues[index]
    if bound[place].cues != Int(cueSet.rawValue) {
      bound[place].cues = Int(cueSet.rawValue)
      if cueSet.isEmpty {
        try statement.bindNull(at: base + 9)
      } else {
        try statement.bind(cues.text(of: cueSet), at: base + 9)
      }
    }
  }

  /// Forgets everything bound: texts and names are about to go.
  mutating func clear() {
    statement.clearBindings()
    for place in 0..<count { bound[place] = Bound() }
  }
}

import Chat

/// One message without its text, which stands in the columns already.
///
/// Rows are gathered and moved in batches: one column after the other costs far less than one message
/// after the other, because every append checks its array anew.
struct MessageRow {
  var textEnd: UInt32 = 0
  var author: UInt32 = 0
  var time: Int64 = 0
  var style = TimeStyle.absent
  var session: UInt32 = 0
  var signs: UInt32 = 0
  var cues: UInt32 = 0
  var stage: UInt8 = 255
  /// One bit a member that was read, in the order of ``Vocabulary/MessageMember``.
  var seen: UInt8 = 0
}

extension MessageColumns {
  /// Adds messages whose texts were added before.
  mutating func append(_ rows: [MessageRow]) {
    textEnd += Self.column(rows) { $0.textEnd }
    author += Self.column(rows) { $0.author }
    time += Self.column(rows) { $0.time }
    timeStyle += Self.column(rows) { $0.style }
    session += Self.column(rows) { $0.session }
    stage += Self.column(rows) { $0.stage }
    signs += Self.column(rows) { SignSet(rawValue: $0.signs) }
    cues += Self.column(rows) { CueSet(rawValue: $0.cues) }
  }

  /// One property of all rows: a loop that is compiled for each column, where `map` would call.
  @inline(__always) private static func column<Value>(
    _ rows: [MessageRow], _ value: (MessageRow) -> Value
  ) -> [Value] {
    [Value](unsafeUninitializedCapacity: rows.count) { column, count in
      for index in rows.indices { column.initializeElement(at: index, to: value(rows[index])) }
      count = rows.count
    }
  }
}

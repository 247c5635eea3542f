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
    Self.append(rows, to: &textEnd) { $0.textEnd }
    Self.append(rows, to: &author) { $0.author }
    Self.append(rows, to: &time) { $0.time }
    Self.append(rows, to: &timeStyle) { $0.style }
    Self.append(rows, to: &session) { $0.session }
    Self.append(rows, to: &stage) { $0.stage }
    Self.append(rows, to: &signs) { SignSet(rawValue: $0.signs) }
    Self.append(rows, to: &cues) { CueSet(rawValue: $0.cues) }
  }

  /// One property of all rows: a loop that is compiled for each column, where `map` would call.
  @inline(__always) private static func append<Value>(
    _ rows: [MessageRow], to column: inout [Value], _ value: (MessageRow) -> Value
  ) {
    column.append(addingCapacity: rows.count) { output in
      for row in rows { output.append(value(row)) }
    }
  }
}

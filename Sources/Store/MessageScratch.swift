import Chat
import Glibc

/// Room for the messages of one conversation, filled row by row and moved to a chunk in one go.
///
/// Adding to nine arrays row by row asks each of them, for every row, whether anyone else holds it
/// and whether there is room. Here the room is made once, because the conversation says how many
/// messages and bytes it has, and ``append(_:)`` only checks that there is some left.
struct MessageScratch {
  /// What a row holds besides its text.
  struct Row {
    var author: UInt32
    var time: Int64
    var style: TimeStyle
    var session: UInt32
    var stage: UInt8
    var signs: SignSet
    var cues: CueSet
  }

  private(set) var count = 0
  private var limit = 0
  private var textCount = 0
  private var textLimit = 0
  /// Where the text of the chunk ends to which the messages will go.
  private var textBase: UInt32 = 0
  private var text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0)
  private var author = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 0)
  private var time = UnsafeMutableBufferPointer<Int64>.allocate(capacity: 0)
  private var style = UnsafeMutableBufferPointer<TimeStyle>.allocate(capacity: 0)
  private var session = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 0)
  private var stage = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0)
  private var signs = UnsafeMutableBufferPointer<SignSet>.allocate(capacity: 0)
  private var cues = UnsafeMutableBufferPointer<CueSet>.allocate(capacity: 0)
  private var textEnd = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: 0)

  /// Empties it and makes room for that many messages and bytes of text.
  mutating func begin(messages: Int, textBytes: Int, after columns: MessageColumns) {
    (count, textCount, limit, textLimit) = (0, 0, messages, textBytes)
    textBase = UInt32(columns.text.count)
    if text.count < textBytes { Self.grow(&text, to: textBytes) }
    guard author.count < messages else { return }
    Self.grow(&author, to: messages)
    Self.grow(&time, to: messages)
    Self.grow(&style, to: messages)
    Self.grow(&session, to: messages)
    Self.grow(&stage, to: messages)
    Self.grow(&signs, to: messages)
    Self.grow(&cues, to: messages)
    Self.grow(&textEnd, to: messages)
  }

  /// Adds a message, or answers false where the conversation has more of them than it said.
  @inline(__always)
  mutating func append(_ row: Row, text bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count < limit, bytes.count <= textLimit - textCount else { return false }
    if let start = bytes.baseAddress, let free = text.baseAddress {
      memcpy(free + textCount, start, bytes.count)
      textCount += bytes.count
    }
    author[count] = row.author
    time[count] = row.time
    style[count] = row.style
    session[count] = row.session
    stage[count] = row.stage
    signs[count] = row.signs
    cues[count] = row.cues
    textEnd[count] = textBase + UInt32(truncatingIfNeeded: textCount)
    count += 1
    return true
  }

  /// Adds the messages to the columns that ``begin(messages:textBytes:after:)`` saw.
  func move(to columns: inout MessageColumns) {
    columns.text.append(contentsOf: text[..<textCount])
    columns.author.append(contentsOf: author[..<count])
    columns.time.append(contentsOf: time[..<count])
    columns.timeStyle.append(contentsOf: style[..<count])
    columns.session.append(contentsOf: session[..<count])
    columns.stage.append(contentsOf: stage[..<count])
    columns.signs.append(contentsOf: signs[..<count])
    columns.cues.append(contentsOf: cues[..<count])
    columns.textEnd.append(contentsOf: textEnd[..<count])
  }

  /// Gives the memory back.
  func deallocate() {
    text.deallocate()
    author.deallocate()
    time.deallocate()
    style.deallocate()
    session.deallocate()
    stage.deallocate()
    signs.deallocate()
    cues.deallocate()
    textEnd.deallocate()
  }

  private static func grow<Element>(
    _ buffer: inout UnsafeMutableBufferPointer<Element>, to count: Int
  ) {
    let size = max(count, 2 * buffer.count)
    buffer.deallocate()
    buffer = .allocate(capacity: size)
  }
}

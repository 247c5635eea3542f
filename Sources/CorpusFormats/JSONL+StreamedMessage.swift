extension JSONL {
  /// One message of a live stream.
  public struct StreamedMessage: Sendable, Equatable {
    /// The conversation it belongs to.
    public var conversation: String
    /// Who wrote it.
    public var author: String
    /// Milliseconds since 1970, where the line says.
    public var time: Int64?
    /// UTF-8, possibly empty.
    public var text: [UInt8]

    /// A message with these properties.
    public init(conversation: String, author: String, time: Int64? = nil, text: [UInt8]) {
      (self.conversation, self.author, self.time) = (conversation, author, time)
      self.text = text
    }
  }

  /// Reads one line of a live stream, `{"conversation":…,"author":…,"time":…,"text":…}` with its
  /// newline or without; `time` is optional, and members with other names are passed over. O(bytes).
  ///
  /// ```swift
  /// let line = #"{"conversation":"c1","author":"a","text":"hi"}"#
  /// try JSONL.streamedMessage(line.utf8.span, file: "standard input", number: 1).author  // "a"
  /// ```
  ///
  /// - Throws: ``FormatError`` with `file` and `number` where the line is anything else.
  public static func streamedMessage(
    _ line: Span<UInt8>, file: String, number: Int
  ) throws(FormatError) -> StreamedMessage {
    do throws(LineFault) {
      return try streamedMessage(line, isFirst: number == 1)
    } catch {
      throw FormatError(file: file, line: number, reason: error.reason)
    }
  }

  private static let members = NameTable(["conversation", "author", "text", "time"])

  private static func streamedMessage(
    _ line: Span<UInt8>, isFirst: Bool
  ) throws(LineFault) -> StreamedMessage {
    guard line.count <= maximumLineBytes else {
      throw LineFault("longer than 64 MiB; expected one message a line, none longer")
    }
    // A copy, because the cursor wants a newline and a margin behind the line.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.count + 1 + LineReader.margin)
    bytes.append(line, 0..<line.count)
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    let end = bytes.count
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(0, count: LineReader.margin))
    let range = content(of: bytes.span, 0..<end, isFirst ? 1 : 2)
    return try streamedMessage(bytes.span, range)
  }

  private static func streamedMessage(
    _ text: Span<UInt8>, _ line: Range<Int>
  ) throws(LineFault) -> StreamedMessage {
    var cursor = JSONCursor(at: line.lowerBound)
    var scratch: [UInt8] = []
    var message = StreamedMessage(conversation: "", author: "", text: [])
    var seen = 0
    guard cursor.take("{", text) else {
      throw cursor.wrongType(text, "the line", "one JSON object a line")
    }
    var isFirst = true
    while let key = try cursor.nextKey(text, isFirst: isFirst) {
      isFirst = false
      guard let index = try JSONCursor.find(key, in: members, text, scratch: &scratch) else {
        try cursor.skip(text, depth: 1)
        continue
      }
      guard seen >> index & 1 == 0 else { throw ConversationParser.duplicate(members.names[index]) }
      seen |= 1 << index
      switch index {
      case 0:
        message.conversation = try cursor.string(
          text, "member 'conversation'", scratch: &scratch)
      case 1: message.author = try cursor.string(text, "member 'author'", scratch: &scratch)
      case 2:
        guard text[cursor.position] == UInt8(ascii: "\"") else {
          throw cursor.wrongType(text, "member 'text'", "a string")
        }
        try cursor.string(text, to: &message.text)
      default:
        if try cursor.takeNull(text) { continue }
        message.time = try cursor.time(text, "member 'time'").time
      }
    }
    for index in 0..<3 where seen >> index & 1 == 0 {
      throw ConversationParser.missing(members.names[index], "a string")
    }
    try cursor.end(text, line)
    return message
  }
}

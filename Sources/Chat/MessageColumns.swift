/// The messages of a chunk, one array per property, all text in one buffer.
///
/// ```swift
/// var columns = MessageColumns()
/// columns.append(author: 0, time: 0, style: .absent, text: "hello".utf8)
/// columns.withText(0) { $0.count }  // 5
/// ```
public struct MessageColumns: Sendable {
  /// All texts, one after the other, valid UTF-8.
  public var text: [UInt8] = []
  /// Where the text of each message ends in ``text``.
  public var textEnd: [UInt32] = []
  /// Index into the `authors` of the message's conversation.
  public var author: [UInt32] = []
  /// Milliseconds since 1970 (0 where `timeStyle` is absent).
  public var time: [Int64] = []
  /// How each time was written.
  public var timeStyle: [TimeStyle] = []
  /// 1-based sitting; 0 where the corpus does not say.
  public var session: [UInt32] = []
  /// Index into `Stage.allCases`; 255 where the corpus does not say.
  public var stage: [UInt8] = []
  /// The warning signs of each message.
  public var signs: [SignSet] = []
  /// The protective cues of each message.
  public var cues: [CueSet] = []

  /// No messages.
  public init() {}

  /// How many messages there are.
  public var count: Int { textEnd.count }

  /// Where the text of message `index` stands in ``text``.
  public func textRange(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(textEnd[index - 1]))..<Int(textEnd[index])
  }

  /// Calls `body` with the text of message `index`. O(1), copies nothing.
  public func withText<Result, Failure: Error>(
    _ index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(text.span.extracting(textRange(index)))
  }

  /// Adds one message. Amortised O(length of text).
  ///
  /// - Precondition: the text is valid UTF-8 and the text buffer stays below 4 GiB.
  public mutating func append(
    author: Int, time: Int64, style: TimeStyle, text bytes: some Sequence<UInt8>,
    session: Int = 0, stage: Stage? = nil, signs: SignSet = [], cues: CueSet = []
  ) {
    text.append(contentsOf: bytes)
    endMessage(
      author: author, time: time, style: style, session: session, stage: stage, signs: signs,
      cues: cues)
  }

  /// Adds one message whose bytes were appended to ``text`` already. Amortised O(1).
  ///
  /// - Precondition: the text is valid UTF-8 and the text buffer stays below 4 GiB.
  public mutating func endMessage(
    author: Int, time: Int64, style: TimeStyle, session: Int = 0, stage: Stage? = nil,
    signs: SignSet = [], cues: CueSet = []
  ) {
    textEnd.append(UInt32(text.count))
    self.author.append(UInt32(author))
    self.time.append(time)
    timeStyle.append(style)
    self.session.append(UInt32(session))
    self.stage.append(stage.map { UInt8($0.index) } ?? 255)
    self.signs.append(signs)
    self.cues.append(cues)
  }

  /// Adds the messages of other columns; their authors keep their numbers. O(bytes).
  ///
  /// - Precondition: the text buffer stays below 4 GiB.
  public mutating func append(contentsOf other: MessageColumns) {
    let base = UInt32(text.count)
    text += other.text
    textEnd.append(contentsOf: other.textEnd.lazy.map { base + $0 })
    author += other.author
    time += other.time
    timeStyle += other.timeStyle
    session += other.session
    stage += other.stage
    signs += other.signs
    cues += other.cues
  }

  /// Forgets all messages from `count` on, and text that belongs to no message.
  public mutating func truncate(to count: Int) {
    let surplus = self.count - count
    text.removeLast(text.count - (count == 0 ? 0 : Int(textEnd[count - 1])))
    textEnd.removeLast(surplus)
    author.removeLast(surplus)
    time.removeLast(surplus)
    timeStyle.removeLast(surplus)
    session.removeLast(surplus)
    stage.removeLast(surplus)
    signs.removeLast(surplus)
    cues.removeLast(surplus)
  }

  /// Forgets all messages and keeps the capacity.
  public mutating func removeAll() {
    text.removeAll(keepingCapacity: true)
    textEnd.removeAll(keepingCapacity: true)
    author.removeAll(keepingCapacity: true)
    time.removeAll(keepingCapacity: true)
    timeStyle.removeAll(keepingCapacity: true)
    session.removeAll(keepingCapacity: true)
    stage.removeAll(keepingCapacity: true)
    signs.removeAll(keepingCapacity: true)
    cues.removeAll(keepingCapacity: true)
  }
}

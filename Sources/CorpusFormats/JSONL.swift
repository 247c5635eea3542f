public import Chat

/// The canonical form of a corpus: one conversation a line, in UTF-8.
///
/// ```
/// {"id":"c1","label":"benign","messages":[{"author":"a","time":"2031-05-02T18:04:11Z","text":"hi"}]}
/// ```
///
/// Members may stand in any order; `id`, `messages` and each message's `author` and `text` are required;
/// `null` means the same as leaving an optional member out. Members that Nightlight does not know are
/// kept and written back. A byte-order mark, CRLF, blank lines and a missing last newline are accepted.
public enum JSONL {
  /// How a file is read.
  public struct Options: Sendable {
    /// Maps other people's labels: this one (compared as text) is grooming, every other is benign.
    public var positiveLabel: String?
    /// Skips bad lines and reports them, instead of refusing the file.
    public var isLenient = false
    /// Ignores label, split, kind, stage, signs, cues, onset and decidable, whatever their type.
    public var ignoresTruth = false
    /// Refuses an id that stood on an earlier line. Without it no id is remembered, so that memory
    /// does not grow with the file: for what looks at each conversation by itself.
    public var refusesRepeatedIDs = true

    /// The strict reader.
    public init(
      positiveLabel: String? = nil, isLenient: Bool = false, ignoresTruth: Bool = false,
      refusesRepeatedIDs: Bool = true
    ) {
      (self.positiveLabel, self.isLenient) = (positiveLabel, isLenient)
      (self.ignoresTruth, self.refusesRepeatedIDs) = (ignoresTruth, refusesRepeatedIDs)
    }
  }

  /// The longest line that is read, in bytes without its newline.
  public static let maximumLineBytes = 64 << 20

  /// Reads the file at `path` (`-`: standard input) and hands on chunks in file order; a chunk is
  /// handed on when its text passes `maximumTextBytes`, or would with the next line, and at the end.
  /// Conversations without `split` have none yet. Memory is bounded by the chunk, the longest line and
  /// the ids, unless they may repeat; O(bytes).
  ///
  /// - Throws: ``FormatError`` on content; `errno` texts of unreadable files as ``FormatError``
  ///   would hide the exit status, so those are ``UnreadableFile``; and whatever `body` throws.
  public static func read(
    path: String, options: Options = Options(), maximumTextBytes: Int = 512 << 10,
    _ body: (inout Chunk) throws -> Void
  ) throws -> ReadSummary {
    var lines = try LineReader(path: path, limit: maximumLineBytes)
    var parser = ConversationParser(
      positiveLabel: options.positiveLabel, ignoresTruth: options.ignoresTruth)
    let words = Vocabulary()
    var ids = IdentifierSet()
    var output = ChunkOutput(maximumTextBytes: maximumTextBytes)
    while true {
      let found = try lines.next()
      if found == .end { break }
      var line = 0..<0
      if case .found(let range) = found {
        line = content(of: lines.buffer.span, range, lines.number)
        if line.isEmpty { continue }
        try output.makeRoom(for: line.count, source: line.count, body)
      }
      do throws(LineFault) {
        if found == .tooLong {
          throw LineFault("longer than 64 MiB; expected one conversation a line, none longer")
        }
        let conversation = try parser.conversation(
          lines.buffer.span, line, words, into: &output.chunk.messages)
        if options.refusesRepeatedIDs { try ids.insert(conversation.id, line: lines.number) }
        output.chunk.close(conversation)
      } catch {
        output.chunk.discardOpenMessages()
        let error = FormatError(file: lines.name, line: lines.number, reason: error.reason)
        if !options.isLenient { throw error }
        output.summary.skipped.append(error)
      }
      try output.handOnIfFull(body)
    }
    return try output.finish(file: lines.name, lastLine: lines.number, body)
  }

  /// A line without a byte-order mark and leading white space.
  static func content(
    of text: Span<UInt8>, _ line: Range<Int>, _ number: Int
  ) -> Range<Int> {
    var start = line.lowerBound
    if number == 1, line.count >= 3, text.word(at: start) & 0xff_ffff == 0xbf_bbef { start += 3 }
    while start < line.upperBound, JSONCursor.isSpace(text[start]) { start += 1 }
    return start..<line.upperBound
  }
}

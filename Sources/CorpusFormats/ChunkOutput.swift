import Chat

/// Fills one chunk after the other and hands them on.
struct ChunkOutput {
  var chunk = Chunk()
  var summary = ReadSummary()
  private let maximumTextBytes: Int
  /// Bytes of the file that the chunk was read from: bounds conversations that have no text.
  private var sourceBytes = 0

  init(maximumTextBytes: Int) {
    self.maximumTextBytes = min(maximumTextBytes, Chunk.maximumTextBytes)
  }

  /// Hands on what there is where a conversation of at most so much text might not fit any more.
  mutating func makeRoom(
    for textBytes: Int, source: Int, _ body: (inout Chunk) throws -> Void
  ) throws {
    if chunk.messages.text.count + textBytes > maximumTextBytes { try handOn(body) }
    sourceBytes += source
  }

  /// Hands on a chunk that is full.
  mutating func handOnIfFull(_ body: (inout Chunk) throws -> Void) throws {
    if chunk.messages.text.count >= maximumTextBytes || sourceBytes / 8 >= maximumTextBytes {
      try handOn(body)
    }
  }

  /// Hands on the last chunk; refuses a file in which there was nothing.
  mutating func finish(
    file: String, lastLine: Int, _ body: (inout Chunk) throws -> Void
  ) throws -> ReadSummary {
    try handOn(body)
    if summary.conversations == 0 {
      let first = summary.skipped.first.map { "; the first skipped one: \($0)" } ?? ""
      throw FormatError(
        file: file, line: max(lastLine, 1),
        reason: "the file ends without a conversation; expected at least one" + first)
    }
    return summary
  }

  private mutating func handOn(_ body: (inout Chunk) throws -> Void) throws {
    sourceBytes = 0
    guard !chunk.conversations.isEmpty else { return }
    summary.conversations += chunk.conversations.count
    summary.messages += chunk.messages.count
    try body(&chunk)
    chunk.removeAll()
  }
}

/// The ids of a file and the lines they stand on.
struct IdentifierSet: ~Copyable {
  private var ids = ByteStringTable()
  private var lines: [Int] = []

  /// Adds an id; refuses one that stands there already.
  mutating func insert(_ id: String, line: Int) throws(LineFault) {
    let bytes = id.utf8.span
    let (index, isNew) = ids.insert(bytes, 0..<bytes.count)
    guard isNew else {
      throw LineFault("the id stands on line \(lines[index]) too; expected every id once")
    }
    lines.append(line)
  }
}

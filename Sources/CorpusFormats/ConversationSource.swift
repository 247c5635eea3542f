import Chat

/// What came of one step through a file.
enum ConversationStep {
  /// A conversation whose messages stand in the source's `messages`.
  case conversation(Conversation)
  /// A conversation that is wrong, with the line and the reason; all of it is passed over.
  case bad(line: Int, LineFault)
  case finished
}

/// A file that gives one conversation after the other.
protocol ConversationSource: ~Copyable {
  /// The file, as messages name it.
  var file: String { get }
  /// The line that was read last.
  var line: Int { get }
  /// The line at which the conversation at hand begins.
  var startLine: Int { get }
  /// The messages of the conversation at hand.
  var messages: MessageColumns { get }

  /// The next conversation.
  mutating func next() throws -> ConversationStep
}

extension ChunkOutput {
  /// Hands on every conversation of a source; refuses an id that comes twice.
  ///
  /// - Parameter isLenient: Whether wrong conversations are reported rather than thrown.
  mutating func handOnAll<Source: ConversationSource & ~Copyable>(
    of source: inout Source, isLenient: Bool, _ body: (inout Chunk) throws -> Void
  ) throws -> ReadSummary {
    var ids = IdentifierSet()
    while true {
      var step = try source.next()
      if case .conversation(let conversation) = step {
        do throws(LineFault) {
          try ids.insert(conversation.id, line: source.startLine)
        } catch {
          step = .bad(line: source.startLine, error)
        }
      }
      switch step {
      case .finished: return try finish(file: source.file, lastLine: source.line, body)
      case .bad(let line, let fault):
        let error = FormatError(file: source.file, line: line, reason: fault.reason)
        if !isLenient { throw error }
        summary.skipped.append(error)
      case .conversation(let conversation):
        let bytes = source.messages.text.count
        try makeRoom(for: bytes, source: bytes + 64 * source.messages.count, body)
        chunk.messages.append(contentsOf: source.messages)
        chunk.close(conversation)
        try handOnIfFull(body)
      }
    }
  }
}

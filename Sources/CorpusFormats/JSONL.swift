public import Chat

/// The canonical form of a corpus: one conversation a line.
public enum JSONL {
  /// How a file is read.
  public struct Options: Sendable {
    /// Maps other people's labels: this one (compared as text) is grooming, every other is benign.
    public var positiveLabel: String?
    /// Skips bad lines and reports them, instead of refusing the file.
    public var isLenient = false
    /// Ignores label, split, kind, stage, signs, cues, onset and decidable, whatever their type.
    public var ignoresTruth = false

    /// The strict reader.
    public init(positiveLabel: String? = nil, isLenient: Bool = false, ignoresTruth: Bool = false) {
      (self.positiveLabel, self.isLenient) = (positiveLabel, isLenient)
      self.ignoresTruth = ignoresTruth
    }
  }

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
  }

  /// Reads the file at `path` (`-`: standard input) and hands on chunks in file order; a chunk is
  /// handed on when its text passes `maximumTextBytes`, and at the end. Conversations without
  /// `split` have none yet.
  ///
  /// - Throws: ``FormatError`` on content; `errno` texts of unreadable files as ``FormatError``
  ///   would hide the exit status, so those are ``UnreadableFile``; and whatever `body` throws.
  public static func read(
    path: String, options: Options = Options(), maximumTextBytes: Int = 4 << 20,
    _ body: (inout Chunk) throws -> Void
  ) throws -> ReadSummary { preconditionFailure(path) }

  /// Adds one conversation of a chunk as one line with its newline.
  public static func append(
    _ chunk: borrowing Chunk, conversation: Int, to bytes: inout [UInt8]
  ) { preconditionFailure() }

  /// Reads one line of a live stream.
  public static func streamedMessage(
    _ line: Span<UInt8>, file: String, number: Int
  ) throws(FormatError) -> StreamedMessage { preconditionFailure(file) }
}

/// A file that could not be read at all: the path and the system's reason (exit status 1).
public struct UnreadableFile: Error, Equatable, CustomStringConvertible {
  /// The path as the user gave it.
  public var path: String
  /// Such as `No such file or directory`.
  public var reason: String
  /// `path: reason`
  public var description: String { "\(path): \(reason)" }

  /// A failure with its reason.
  public init(path: String, reason: String) { (self.path, self.reason) = (path, reason) }
}

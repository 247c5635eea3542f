public import Chat

/// The XML form of the PAN-2012 sexual-predator-identification task, streamed both ways.
public enum PAN2012 {
  /// Reads an XML file, with an optional truth file (problem 1: author ids, one per line; problem 2:
  /// `conversation<TAB>line`).
  ///
  /// - Throws: ``FormatError``, ``UnreadableFile``, and whatever `body` throws.
  public static func read(
    path: String, truth: String? = nil, isLenient: Bool = false, maximumTextBytes: Int = 4 << 20,
    _ body: (inout Chunk) throws -> Void
  ) throws -> ReadSummary { preconditionFailure(path) }

  /// The bytes before the first conversation.
  public static var head: [UInt8] { preconditionFailure() }
  /// The bytes after the last conversation.
  public static var foot: [UInt8] { preconditionFailure() }

  /// Adds one conversation of a chunk as a `conversation` element.
  public static func append(
    _ chunk: borrowing Chunk, conversation: Int, to bytes: inout [UInt8]
  ) { preconditionFailure() }
}

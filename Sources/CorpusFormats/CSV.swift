public import Chat

/// A corpus as a table: one message a row (RFC 4180, UTF-8), the columns named by a header.
///
/// ```
/// conversation,author,time,text,label,split
/// c1,a,2031-05-02T18:04:11Z,"hello, you",benign,train
/// c1,b,2031-05-02T18:04:30Z,hi,benign,train
/// ```
///
/// `conversation`, `author` and `text` are required, `time`, `label` and `split` may be missing or
/// empty, columns may stand in any order, and others are passed over. The rows of a conversation stand
/// together in the order of the chat, and agree on label and split. What the columns do not name
/// (sittings, stages, participants, unknown members, conversations without a message) the form cannot
/// hold.
public enum CSV {
  /// Reads the file at `path` (`-`: standard input). Memory is bounded by the chunk, the longest
  /// conversation and the ids; O(bytes).
  ///
  /// - Parameters:
  ///   - positiveLabel: The label that means grooming, where every other one is benign.
  ///   - isLenient: Whether conversations with a bad row are passed over and reported; a file that is
  ///     not CSV is refused in any case.
  /// - Throws: ``FormatError``, ``UnreadableFile``, and whatever `body` throws.
  public static func read(
    path: String, positiveLabel: String? = nil, isLenient: Bool = false,
    maximumTextBytes: Int = 512 << 10, _ body: (inout Chunk) throws -> Void
  ) throws -> ReadSummary {
    var parser = try CSVParser(path: path, positiveLabel: positiveLabel)
    var output = ChunkOutput(maximumTextBytes: maximumTextBytes)
    return try output.handOnAll(of: &parser, isLenient: isLenient, body)
  }
}

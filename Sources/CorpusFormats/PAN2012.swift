public import Chat

/// The XML form of the PAN-2012 sexual-predator-identification task, streamed both ways.
///
/// Source: G. Inches and F. Crestani, "Overview of the International Sexual Predator Identification
/// Competition at PAN-2012", CLEF 2012 (Working Notes).
///
/// The canonical layout, which ``append(_:conversation:qualifiesAuthors:to:)`` writes and an import
/// followed by an export reproduces byte by byte: UTF-8 without a byte-order mark, newlines alone, two
/// spaces a level, one element a line, attributes in double quotes, every element with an end tag, and in
/// texts only `&amp;`, `&lt;`, `&gt;` and `&#13;` as references.
///
/// ```
/// <?xml version="1.0" encoding="UTF-8"?>
/// <conversations>
///   <conversation id="c1">
///     <message line="1">
///       <author>a</author>
///       <time>18:04</time>
///       <text>hello</text>
///     </message>
///   </conversation>
/// </conversations>
/// ```
///
/// Other attributes of a conversation or message are kept among its unknown members as
/// `"attributes":{…}`, and written back; `line` is one of them where it is not the position. Attributes
/// elsewhere, other elements, and a DOCTYPE are refused. A message may lack its `time`, but an empty
/// `time` or `author`, and a missing `author` or `text`, are refused.
public enum PAN2012 {
  /// Reads the XML file at `path` (`-`: standard input), with an optional truth file. Memory is bounded
  /// by the chunk, the longest conversation and the ids; O(bytes).
  ///
  /// Truth of problem 1 lists author ids, one a line: a conversation is grooming if a listed author
  /// writes in it, else benign, and each listed author becomes a participant with role `predator`.
  /// Truth of problem 2 lists `conversation<TAB>line`: a conversation that holds a listed line is
  /// grooming, else benign, and each listed message keeps the unknown member `"suspicious":true`.
  /// Without truth no conversation has a label. The training corpus's `-diff.txt` lists modified text
  /// and is refused.
  ///
  /// - Parameter isLenient: Whether conversations that break the schema are passed over and reported;
  ///   malformed XML is refused in any case.
  /// - Throws: ``FormatError``, ``UnreadableFile``, and whatever `body` throws.
  public static func read(
    path: String, truth: String? = nil, isLenient: Bool = false, maximumTextBytes: Int = 512 << 10,
    _ body: (inout Chunk) throws -> Void
  ) throws -> ReadSummary {
    var parser = try PANParser(path: path, truth: truth)
    var output = ChunkOutput(maximumTextBytes: maximumTextBytes)
    do {
      return try output.handOnAll(of: &parser, isLenient: isLenient, body)
    } catch let error as XMLReader.Malformed {
      throw FormatError(file: parser.file, line: parser.line, reason: error.reason)
    }
  }
}

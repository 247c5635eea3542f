import Chat
import CorpusFormats

/// A small hand-written neutral file in the canonical layout.
let neutralPAN = """
  <?xml version="1.0" encoding="UTF-8"?>
  <conversations>
    <conversation id="c1">
      <message line="1">
        <author>ann</author>
        <time>23:58</time>
        <text>is the library open &amp; quiet?</text>
      </message>
      <message line="2">
        <author>bob</author>
        <time>00:01</time>
        <text>  &lt;yes&gt; "it's" open é漢😀  </text>
      </message>
      <message line="3">
        <author>ann</author>
        <time>00:02</time>
        <text></text>
      </message>
    </conversation>
    <conversation id="c2">
      <message line="1">
        <author>cleo</author>
        <time>07:30</time>
        <text>two
  lines&#13;</text>
      </message>
    </conversation>
    <conversation id="empty">
    </conversation>
  </conversations>

  """

/// Everything in a PAN-2012 file.
func readPAN(
  _ text: String, truth: String? = nil, isLenient: Bool = false, maximumTextBytes: Int = 4 << 20
) throws -> (all: [Whole], summary: ReadSummary) {
  let file = TemporaryFile(text, name: "pan")
  let truthFile = truth.map { TemporaryFile($0, name: "truth") }
  var all: [Whole] = []
  let summary = try PAN2012.read(
    path: file.path, truth: truthFile?.path, isLenient: isLenient,
    maximumTextBytes: maximumTextBytes
  ) { chunk in
    for index in chunk.conversations.indices { all.append(Whole(chunk, index)) }
  }
  return (all, summary)
}

/// A PAN-2012 file, and what its truth files would be, when it is written again.
func rewrittenPAN(
  _ text: String, truth: String? = nil, qualifiesAuthors: Bool = false
) throws -> (xml: String, authors: String, lines: String) {
  let file = TemporaryFile(text, name: "pan")
  let truthFile = truth.map { TemporaryFile($0, name: "truth") }
  var xml = PAN2012.head
  var (authors, lines): ([UInt8], [UInt8]) = ([], [])
  var authorTruth = PAN2012.AuthorTruth(qualifiesAuthors: qualifiesAuthors)
  _ = try PAN2012.read(path: file.path, truth: truthFile?.path) { chunk in
    for index in chunk.conversations.indices {
      PAN2012.append(chunk, conversation: index, qualifiesAuthors: qualifiesAuthors, to: &xml)
      authorTruth.append(chunk, conversation: index, to: &authors)
      PAN2012.appendLineTruth(chunk, conversation: index, to: &lines)
    }
  }
  xml += PAN2012.foot
  return (
    String(decoding: xml, as: UTF8.self), String(decoding: authors, as: UTF8.self),
    String(decoding: lines, as: UTF8.self)
  )
}

/// Why reading fails.
func refusalPAN(_ text: String, truth: String? = nil) -> FormatError? {
  do {
    _ = try readPAN(text, truth: truth)
    return nil
  } catch {
    return error as? FormatError
  }
}

/// A file with one conversation of one message, with the given markup in its places.
func pan(_ message: String, attributes: String = #"line="1""#) -> String {
  "<conversations>\n<conversation id=\"c\">\n<message \(attributes)>\n\(message)\n</message>\n"
    + "</conversation>\n</conversations>\n"
}

public import Chat

extension PAN2012 {
  /// The bytes before the first conversation.
  public static var head: [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<conversations>\n".utf8)
  }

  /// The bytes after the last conversation.
  public static var foot: [UInt8] { Array("</conversations>\n".utf8) }

  /// Adds one conversation of a chunk as a `conversation` element in the canonical layout.
  ///
  /// Times of any style are written as `HH:MM` in the zone they were written in, and left out where
  /// there are none. Characters that XML 1.0 cannot express become U+FFFD. O(bytes).
  ///
  /// - Parameter qualifiesAuthors: Whether authors are written as `conversation/author`. The format's
  ///   author ids mean one person throughout a corpus, so corpora whose conversations name their
  ///   authors `a` and `b` need it; those that were imported from this format do not.
  public static func append(
    _ chunk: borrowing Chunk, conversation: Int, qualifiesAuthors: Bool = false,
    to bytes: inout [UInt8]
  ) {
    let conversation = chunk.conversations[conversation]
    bytes.append("  <conversation id=\"")
    append(attribute: Array(conversation.id.utf8), to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    append(PANAttributes.attributes(conversation.extra).filter { $0.name != "id" }, to: &bytes)
    bytes.append(">\n")
    let authors = authorIDs(conversation, isQualified: qualifiesAuthors).map { name in
      var escaped: [UInt8] = []
      append(text: name.span, 0..<name.count, to: &escaped)
      return escaped
    }
    for (position, index) in conversation.messages.enumerated() {
      let attributes =
        conversation.messageExtras.isEmpty
        ? [] : PANAttributes.attributes(conversation.messageExtras[position] ?? [])
      bytes.append("    <message line=\"")
      bytes.append(decimal: UInt64(line(attributes, position)))
      bytes.append(UInt8(ascii: "\""))
      if !attributes.isEmpty { append(attributes.filter { $0.name != "line" }, to: &bytes) }
      bytes.append(">\n      <author>")
      bytes += authors[Int(chunk.messages.author[index])]
      bytes.append("</author>\n")
      let style = chunk.messages.timeStyle[index]
      if style.kind != .absent {
        bytes.append("      <time>")
        let time = chunk.messages.time[index] + Int64(style.offsetMinutes) * 60_000
        TimeStyle.clock.append(time, to: &bytes)
        bytes.append("</time>\n")
      }
      bytes.append("      <text>")
      append(text: chunk.messages.text.span, chunk.messages.textRange(index), to: &bytes)
      bytes.append("</text>\n    </message>\n")
    }
    bytes.append("  </conversation>\n")
  }

  /// The ids of a conversation's authors, each one person throughout the corpus.
  static func authorIDs(_ conversation: Conversation, isQualified: Bool) -> [[UInt8]] {
    conversation.authors.map { author in
      Array(((isQualified ? conversation.id + "/" : "") + author).utf8)
    }
  }

  /// The number of a message: its kept `line` attribute, else its position.
  static func line(_ attributes: [XMLReader.Attribute], _ position: Int) -> Int {
    attributes.first { $0.name == "line" }
      .flatMap { Int(String(decoding: $0.value, as: UTF8.self)) } ?? position + 1
  }

  private static func append(_ attributes: [XMLReader.Attribute], to bytes: inout [UInt8]) {
    for attribute in attributes {
      bytes.append(UInt8(ascii: " "))
      bytes += attribute.name.utf8
      bytes.append("=\"")
      append(attribute: attribute.value, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private static func append(attribute: [UInt8], to bytes: inout [UInt8]) {
    for (index, byte) in attribute.enumerated() {
      switch byte {
      case UInt8(ascii: "\""): bytes.append("&quot;")
      case 0x09: bytes.append("&#9;")
      case 0x0a: bytes.append("&#10;")
      default: append(text: attribute.span, index..<index + 1, to: &bytes)
      }
    }
  }

  private static func append(text: Span<UInt8>, _ range: Range<Int>, to bytes: inout [UInt8]) {
    var start = range.lowerBound
    for position in range {
      let byte = text[position]
      guard
        byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<")
          || byte == UInt8(ascii: ">") || byte == 0xef
      else { continue }
      var count = 1
      let replacement: StaticString
      switch byte {
      case 0x09, 0x0a: continue
      case 0x0d: replacement = "&#13;"
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case 0xef:
        // U+FFFE and U+FFFF are no characters of XML.
        guard position + 2 < range.upperBound, text[position + 1] == 0xbf,
          text[position + 2] >= 0xbe
        else { continue }
        (count, replacement) = (3, "\u{fffd}")
      default: replacement = "\u{fffd}"
      }
      bytes.append(text, start..<position)
      bytes.append(replacement)
      start = position + count
    }
    bytes.append(text, start..<range.upperBound)
  }
}

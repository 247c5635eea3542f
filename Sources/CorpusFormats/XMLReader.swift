/// A strict pull parser for the part of XML 1.0 that data files use, streamed over a file.
///
/// Elements, attributes, text, CDATA sections, comments, processing instructions, the five predefined
/// entities and character references are read; everything is checked for well-formedness. A document
/// type declaration is refused, and with it every entity that could be declared.
///
/// Source: Extensible Markup Language (XML) 1.0, fifth edition, https://www.w3.org/TR/xml/
struct XMLReader: ~Copyable {
  /// What was read last.
  enum Event {
    /// An element begins, see ``XMLReader/isNamed(_:)`` and ``XMLReader/attributes``.
    case start
    /// The innermost element ends.
    case end
    /// A piece of text was added to ``XMLReader/text``.
    case text
    /// The root element has ended, and so has the file.
    case finished
  }

  struct Attribute {
    var name: String
    var value: [UInt8]
  }

  /// What makes the rest of a file unreadable.
  struct Malformed: Error {
    var reason: String
  }

  let file: String
  /// The 1-based line at which the reader stands.
  var line = 1
  var attributes: [Attribute] = []
  /// Text that was read; whoever needs it empties it before.
  var text: [UInt8] = []

  private var source: ByteSource
  private(set) var buffer: [UInt8]
  var position = 0
  private(set) var end = 0
  private var isAtEnd = false
  /// The names of the open elements, one after the other, and where each begins.
  var openNames: [UInt8] = []
  private(set) var openStarts: [Int] = []
  private var hasProlog = false
  private var hasRoot = false
  private var isSelfClosing = false

  static let maximumDepth = 128
  private static let margin = 8

  init(path: String, block: Int = 256 << 10) throws(UnreadableFile) {
    source = try ByteSource(path: path)
    file = source.name
    buffer = Array(repeating: 0, count: block + Self.margin)
  }

  /// How many elements are open.
  var depth: Int { openStarts.count }

  /// Whether the innermost element has this name.
  func isNamed(_ other: StaticString) -> Bool {
    guard let start = openStarts.last, openNames.count - start == other.utf8CodeUnitCount else {
      return false
    }
    for offset in 0..<other.utf8CodeUnitCount
    where openNames[start + offset] != other.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Moves to the next event. White space between tags is an event of its own, unless it is skipped.
  mutating func next(skippingSpaces: Bool = false) throws -> Event {
    if !hasProlog {
      hasProlog = true
      try skipProlog()
    }
    if isSelfClosing {
      isSelfClosing = false
      closeElement()
      return .end
    }
    while true {
      if skippingSpaces || depth == 0 { _ = try skipSpaces() }
      guard let byte = try peek() else {
        guard depth == 0 else { throw Malformed(reason: "the file ends within an element") }
        guard hasRoot else { throw Malformed(reason: "no element; expected 'conversations'") }
        return .finished
      }
      if byte != UInt8(ascii: "<") {
        guard depth > 0 else {
          throw Malformed(reason: "text outside the root element; expected only white space")
        }
        try readText()
        return .text
      }
      position += 1
      switch try peek() {
      case UInt8(ascii: "/"):
        try readEndTag()
        return .end
      case UInt8(ascii: "?"): try skipInstruction()
      case UInt8(ascii: "!"):
        if try readDeclaration() { return .text }
      default:
        try readStartTag()
        return .start
      }
    }
  }

  // MARK: Bytes

  /// The byte at the position; nil at the end of the file.
  mutating func peek() throws -> UInt8? {
    if position == end, try !fill() { return nil }
    return buffer[position]
  }

  /// Passes a byte that must be there.
  mutating func expect(_ byte: Unicode.Scalar, in what: StaticString) throws {
    guard try peek() == UInt8(ascii: byte) else {
      throw Malformed(reason: "malformed \(what); expected '\(byte)'")
    }
    position += 1
  }

  /// Moves the unread bytes to the front and reads more; false at the end of the file.
  mutating func fill() throws -> Bool {
    if isAtEnd { return false }
    let rest = end - position
    for offset in 0..<rest { buffer[offset] = buffer[position + offset] }
    position = 0
    let count = try source.read(into: &buffer, at: rest..<buffer.count - Self.margin)
    end = rest + count
    // Zeros behind the end stop whoever looks for the rest of a character.
    for offset in 0..<Self.margin { buffer[end + offset] = 0 }
    isAtEnd = count == 0
    return count > 0
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d
  }

  // MARK: Elements

  /// Opens the element whose name stands in ``openNames`` from `start` on.
  mutating func openElement(nameAt start: Int) throws {
    if depth == 0 {
      guard !hasRoot else { throw Malformed(reason: "a second root element; expected one") }
      hasRoot = true
    }
    guard depth < Self.maximumDepth else {
      throw Malformed(reason: "elements nested deeper than \(Self.maximumDepth) levels")
    }
    openStarts.append(start)
  }

  /// Leaves the innermost element.
  private mutating func closeElement() {
    openNames.removeLast(openNames.count - openStarts.removeLast())
  }

  mutating func markSelfClosing() { isSelfClosing = true }

  private mutating func readEndTag() throws {
    position += 1
    let start = openStarts.last ?? openNames.count
    let count = openNames.count - start
    if position + count < end {
      // Nearly always the whole tag is in the buffer.
      var offset = 0
      while offset < count, buffer[position + offset] == openNames[start + offset] { offset += 1 }
      if offset == count, count > 0, buffer[position + count] == UInt8(ascii: ">") {
        position += count + 1
        return closeElement()
      }
    }
    let nameStart = openNames.count
    try readName(in: "end tag")
    guard count > 0, openNames[start..<nameStart].elementsEqual(openNames[nameStart...]) else {
      throw Malformed(
        reason: "an end tag that matches no start tag; expected the innermost element's")
    }
    openNames.removeLast(openNames.count - nameStart)
    _ = try skipSpaces()
    try expect(">", in: "end tag")
    closeElement()
  }
}

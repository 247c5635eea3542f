extension XMLReader {
  /// Passes a byte-order mark and an XML declaration, which must name UTF-8 if any encoding.
  mutating func skipProlog() throws {
    while end - position < 6, try fill() {}
    if buffer.starts(with: [0xef, 0xbb, 0xbf]) { position = 3 }
    if buffer.starts(with: [0xff, 0xfe]) || buffer.starts(with: [0xfe, 0xff]) {
      throw Malformed(reason: "UTF-16; expected UTF-8")
    }
    let opening = Array("<?xml".utf8)
    guard buffer[position...].starts(with: opening), Self.isSpace(buffer[position + 5]) else {
      return
    }
    position += 5
    attributes.removeAll()
    try readAttributes(in: "XML declaration")
    try expect("?", in: "XML declaration")
    try expect(">", in: "XML declaration")
    guard let version = attributes.first, version.name == "version",
      version.value.starts(with: "1.".utf8), version.value.count > 2,
      version.value.dropFirst(2).allSatisfy({ 0x30...0x39 ~= $0 })
    else {
      throw Malformed(reason: "an XML declaration without version; expected version=\"1.0\"")
    }
    let names = attributes.map(\.name)
    guard names.elementsEqual(["version", "encoding", "standalone"].filter(names.contains)) else {
      throw Malformed(
        reason: "malformed XML declaration; expected version, encoding and standalone")
    }
    for attribute in attributes where attribute.name == "encoding" {
      let encoding = String(decoding: attribute.value, as: UTF8.self).uppercased()
      guard ["UTF-8", "US-ASCII", "ASCII"].contains(encoding) else {
        throw Malformed(reason: "another encoding is declared; expected UTF-8")
      }
    }
  }

  /// Reads a start tag, whose opening bracket is passed.
  mutating func readStartTag() throws {
    let start = openNames.count
    try readName(in: "start tag")
    if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
    if try peek() == UInt8(ascii: ">") {
      position += 1
      return try openElement(nameAt: start)
    }
    try readAttributes(in: "start tag")
    try openElement(nameAt: start)
    if try peek() == UInt8(ascii: "/") {
      position += 1
      markSelfClosing()
    }
    try expect(">", in: "start tag")
  }

  private mutating func readAttributes(in what: StaticString) throws {
    while try skipSpaces(), let byte = try peek(), Self.isNameStart(byte) {
      let attribute = String(decoding: try takeName(in: what), as: UTF8.self)
      guard !attributes.contains(where: { $0.name == attribute }) else {
        throw Malformed(reason: "attribute '\(attribute)' stands there twice; expected it once")
      }
      _ = try skipSpaces()
      try expect("=", in: what)
      _ = try skipSpaces()
      attributes.append(Attribute(name: attribute, value: try attributeValue()))
    }
  }

  private mutating func attributeValue() throws -> [UInt8] {
    guard let quote = try peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw Malformed(reason: "an attribute value without quotes; expected quotes around it")
    }
    position += 1
    text.removeAll(keepingCapacity: true)
    while true {
      guard let byte = try peek() else { throw Malformed(reason: "the file ends within a tag") }
      switch byte {
      case quote:
        position += 1
        let value = Array(text[...])
        text.removeAll(keepingCapacity: true)
        return value
      case UInt8(ascii: "<"):
        throw Malformed(reason: "'<' in an attribute value; expected '&lt;'")
      case UInt8(ascii: "&"): try readReference()
      case 0x09, 0x0a, 0x0d:
        // White space is normalised (section 3.3.3).
        if byte == 0x0a { line += 1 }
        text.append(0x20)
        position += 1
      default: try readCharacter()
      }
    }
  }

  /// Adds a name to ``openNames``.
  mutating func readName(in what: StaticString) throws {
    guard let first = try peek(), Self.isNameStart(first) else {
      throw Malformed(reason: "malformed \(what); expected a name")
    }
    let start = openNames.count
    while true {
      var next = position
      while next < end, Self.isNamePart(buffer[next]) { next += 1 }
      for index in position..<next { openNames.append(buffer[index]) }
      position = next
      guard openNames.count - start <= 1024 else {
        throw Malformed(reason: "a name longer than 1024 bytes")
      }
      // A name may go on in the next block.
      guard next == end, try fill() else { break }
    }
    if try peek() ?? 0 >= 0x80 {
      throw Malformed(reason: "a name outside ASCII; expected ASCII names")
    }
  }

  /// Reads a name that opens no element.
  private mutating func takeName(in what: StaticString) throws -> [UInt8] {
    let start = openNames.count
    try readName(in: what)
    let name = Array(openNames[start...])
    openNames.removeLast(name.count)
    return name
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    0x61...0x7a ~= byte | 0x20 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
      || byte >= 0x80
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    0x61...0x7a ~= byte | 0x20 || 0x30...0x39 ~= byte || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// Passes white space; whether there was any.
  mutating func skipSpaces() throws -> Bool {
    var hasSpaces = false
    while let byte = try peek(), Self.isSpace(byte) {
      if byte == 0x0a { line += 1 }
      position += 1
      hasSpaces = true
    }
    return hasSpaces
  }

  /// Passes a processing instruction, whose question mark is next.
  mutating func skipInstruction() throws {
    position += 1
    let target = try takeName(in: "processing instruction")
    guard target.map({ $0 | 0x20 }) != Array("xml".utf8) else {
      throw Malformed(reason: "an XML declaration that is not at the start; expected it first")
    }
    if try !skipSpaces() {
      try expect("?", in: "processing instruction")
      return try expect(">", in: "processing instruction")
    }
    try skip(to: "?>", in: "processing instruction")
  }

  /// Passes a comment, or reads a CDATA section, whose exclamation mark is next; whether it was text.
  mutating func readDeclaration() throws -> Bool {
    position += 1
    switch try peek() {
    case UInt8(ascii: "-"):
      try expectAll("--", in: "comment")
      try skip(to: "--", in: "comment")
      try expect(">", in: "comment")
      return false
    case UInt8(ascii: "["):
      try expectAll("[CDATA[", in: "CDATA section")
      guard depth > 0 else { throw Malformed(reason: "a CDATA section outside the root element") }
      let start = text.count
      while true {
        guard let byte = try peek() else {
          throw Malformed(reason: "the file ends within a CDATA section")
        }
        if byte == UInt8(ascii: ">"), text[start...].suffix(2).elementsEqual("]]".utf8) {
          position += 1
          text.removeLast(2)
          return true
        }
        try readCharacter()
      }
    default:
      throw Malformed(reason: "a DOCTYPE or other declaration; expected a file without DOCTYPE")
    }
  }

  private mutating func expectAll(_ word: StaticString, in what: StaticString) throws {
    for offset in 0..<word.utf8CodeUnitCount {
      try expect(Unicode.Scalar(word.utf8Start[offset]), in: what)
    }
  }

  /// Passes everything up to and including a mark of two bytes.
  private mutating func skip(to mark: StaticString, in what: StaticString) throws {
    let start = text.count
    var last: UInt8 = 0
    while let byte = try peek() {
      if last == mark.utf8Start[0], byte == mark.utf8Start[1] {
        position += 1
        return
      }
      // Checked like text, and not kept.
      try readCharacter()
      text.removeLast(text.count - start)
      last = byte
    }
    throw Malformed(reason: "the file ends within a \(what)")
  }
}

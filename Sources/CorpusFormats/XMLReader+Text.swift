extension XMLReader {
  /// The longest text between two tags, in bytes.
  static let maximumTextBytes = 64 << 20

  /// Adds character data to ``text`` up to the next tag or the end of the file.
  mutating func readText() throws {
    let first = text.count
    while let byte = try peek(), byte != UInt8(ascii: "<") {
      let start = position
      passPlain()
      text += buffer[start..<position]
      guard text.count <= Self.maximumTextBytes else {
        throw Malformed(reason: "a text longer than 64 MiB; expected none longer")
      }
      guard position < end else { continue }
      switch buffer[position] {
      case UInt8(ascii: "<"): return
      case UInt8(ascii: "&"): try readReference()
      case UInt8(ascii: ">") where text[first...].suffix(2).elementsEqual("]]".utf8):
        throw Malformed(reason: "']]>' in text; expected ']]&gt;'")
      default: try readCharacter()
      }
    }
  }

  /// Moves over ASCII characters that stand for themselves, in the buffer.
  private mutating func passPlain() {
    var next = position
    while next < end {
      let byte = buffer[next]
      guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&"),
        byte != UInt8(ascii: ">")
      else { break }
      next += 1
    }
    position = next
  }

  /// Adds the character at the position, checked; line ends become a newline (section 2.11).
  mutating func readCharacter() throws {
    let byte = buffer[position]
    switch byte {
    case 0x0a:
      line += 1
      text.append(byte)
      position += 1
    case 0x0d:
      position += 1
      // The newline behind it, if there is one, is added in its turn.
      if try peek() != 0x0a { text.append(0x0a) }
    case 0x09, 0x20...0x7f:
      text.append(byte)
      position += 1
    case 0x80...:
      var stop = buffer.span.endOfMultibyte(from: position)
      // A character may go on in the next block.
      if stop + 4 > end {
        _ = try fill()
        stop = buffer.span.endOfMultibyte(from: position)
      }
      guard stop > position else {
        throw Malformed(reason: "invalid UTF-8; expected well-formed UTF-8")
      }
      text += buffer[position..<stop]
      position = stop
    default:
      throw Malformed(
        reason: byte == 0
          ? "a NUL byte; expected text without NUL"
          : "a control character; expected none but tab and line ends")
    }
  }

  /// Adds the character that a reference stands for; its ampersand is next.
  mutating func readReference() throws {
    position += 1
    var word: [UInt8] = []
    while let byte = try peek(), byte != UInt8(ascii: ";") {
      word.append(byte)
      position += 1
      guard word.count <= 10 else { break }
    }
    guard try peek() == UInt8(ascii: ";") else {
      throw Malformed(reason: "an '&' that begins no reference; expected '&amp;'")
    }
    position += 1
    if word.first == UInt8(ascii: "#") { return try append(reference: word.dropFirst()) }
    switch String(decoding: word, as: UTF8.self) {
    case "lt": text.append(UInt8(ascii: "<"))
    case "gt": text.append(UInt8(ascii: ">"))
    case "amp": text.append(UInt8(ascii: "&"))
    case "quot": text.append(UInt8(ascii: "\""))
    case "apos": text.append(UInt8(ascii: "'"))
    default:
      throw Malformed(
        reason: "an unknown entity; expected &lt; &gt; &amp; &quot; &apos; or a character's number")
    }
  }

  private mutating func append(reference digits: ArraySlice<UInt8>) throws {
    let isHexadecimal = digits.first == UInt8(ascii: "x")
    let number = isHexadecimal ? digits.dropFirst() : digits
    let isPlain = number.allSatisfy {
      0x30...0x39 ~= $0 || (isHexadecimal && 0x61...0x66 ~= $0 | 0x20)
    }
    guard isPlain,
      let value = UInt32(String(decoding: number, as: UTF8.self), radix: isHexadecimal ? 16 : 10),
      let scalar = Unicode.Scalar(value),
      value >= 0x20 || value == 0x09 || value == 0x0a || value == 0x0d,
      value & 0xffff < 0xfffe
    else {
      throw Malformed(reason: "a reference to no XML character; expected a character's number")
    }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}

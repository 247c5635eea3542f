/// A small strict JSON reader that counts lines.
struct JSONTreeParser {
  private let file: String
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var depth = 0

  init(_ source: SourceFile) { (file, bytes) = (source.path, source.bytes) }

  /// The one value of the file.
  mutating func document() throws(GenerationError) -> JSONTree {
    let tree = try value()
    skip()
    guard at == bytes.count else { throw error("expected the end of the file") }
    return tree
  }

  private func error(_ reason: String) -> GenerationError {
    .invalid(file: file, line: line, reason: reason)
  }

  private mutating func skip() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) {
      if bytes[at] == 0x0A { line += 1 }
      at += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skip()
    guard at < bytes.count, bytes[at] == UInt8(character.value) else { return false }
    at += 1
    return true
  }

  private mutating func value() throws(GenerationError) -> JSONTree {
    skip()
    let start = line
    depth += 1
    defer { depth -= 1 }
    guard depth <= 32 else { throw error("expected at most 32 levels") }
    guard at < bytes.count else { throw error("expected a value, found the end of the file") }
    let content: JSONTree.Value
    switch bytes[at] {
    case UInt8(ascii: "{"): content = .object(try object())
    case UInt8(ascii: "["): content = .array(try array())
    case UInt8(ascii: "\""): content = .string(try string())
    case UInt8(ascii: "t") where word("true"): content = .bool(true)
    case UInt8(ascii: "f") where word("false"): content = .bool(false)
    case UInt8(ascii: "n") where word("null"): content = .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): content = .number(number())
    default: throw error("expected a value")
    }
    return JSONTree(file: file, line: start, value: content)
  }

  private mutating func object() throws(GenerationError) -> [(key: String, value: JSONTree)] {
    at += 1
    var members: [(key: String, value: JSONTree)] = []
    if take("}") { return members }
    repeat {
      skip()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw error("expected a key") }
      let key = try string()
      guard take(":") else { throw error("expected ':' after the key") }
      members.append((key, try value()))
    } while take(",")
    guard take("}") else { throw error("expected ',' or '}'") }
    return members
  }

  private mutating func array() throws(GenerationError) -> [JSONTree] {
    at += 1
    var elements: [JSONTree] = []
    if take("]") { return elements }
    repeat { elements.append(try value()) } while take(",")
    guard take("]") else { throw error("expected ',' or ']'") }
    return elements
  }

  private mutating func word(_ word: StaticString) -> Bool {
    let end = at + word.utf8CodeUnitCount
    guard end <= bytes.count, Array(bytes[at..<end]) == Array("\(word)".utf8) else { return false }
    at = end
    return true
  }

  private mutating func number() -> String {
    let start = at
    while at < bytes.count, "+-.eE0123456789".utf8.contains(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func string() throws(GenerationError) -> String {
    at += 1
    var text = String.UnicodeScalarView()
    var plain: [UInt8] = []
    func flush() {
      text.append(contentsOf: String(decoding: plain, as: UTF8.self).unicodeScalars)
      plain.removeAll()
    }
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      guard bytes[at] >= 0x20 else { throw error("a string holds a control character") }
      if bytes[at] != UInt8(ascii: "\\") {
        plain.append(bytes[at])
        at += 1
        continue
      }
      flush()
      text.append(try escape())
    }
    guard at < bytes.count else { throw error("expected '\"' at the end of the string") }
    at += 1
    flush()
    return String(text)
  }

  private mutating func escape() throws(GenerationError) -> Unicode.Scalar {
    at += 1
    guard at < bytes.count else { throw error("expected a character after '\\'") }
    let character = bytes[at]
    at += 1
    switch character {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(character)
    case UInt8(ascii: "u"): break
    default: throw error("unknown escape in a string")
    }
    let high = try unit()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    else { throw error("an unpaired surrogate in a string") }
    at += 2
    let low = try unit()
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    else { throw error("an unpaired surrogate in a string") }
    return scalar
  }

  private mutating func unit() throws(GenerationError) -> UInt32 {
    guard at + 4 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    else { throw error("expected four hex digits after '\\u'") }
    at += 4
    return unit
  }
}

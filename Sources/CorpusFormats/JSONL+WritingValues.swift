extension JSONL {
  /// Adds a member with a comma before it; nothing for nil.
  static func append(_ key: StaticString, _ value: String?, to bytes: inout [UInt8]) {
    guard let value else { return }
    bytes.append(",\"")
    bytes.append(key)
    bytes.append("\":")
    append(string: value, to: &bytes)
  }

  /// Adds a member with a comma before it; nothing for nil.
  static func append(_ key: StaticString, _ value: UInt64?, to bytes: inout [UInt8]) {
    guard let value else { return }
    bytes.append(",\"")
    bytes.append(key)
    bytes.append("\":")
    bytes.append(decimal: value)
  }

  /// Adds members that nobody knows, with a comma before them.
  static func appendExtra(_ extra: [UInt8], to bytes: inout [UInt8]) {
    guard !extra.isEmpty else { return }
    bytes.append(UInt8(ascii: ","))
    bytes.append(contentsOf: extra)
  }

  static func append(string: String, to bytes: inout [UInt8]) {
    let text = string.utf8.span
    append(string: text, 0..<text.count, to: &bytes)
  }

  /// Adds text in quotes; only quotes, backslashes and control characters are escaped.
  static func append(string text: Span<UInt8>, _ range: Range<Int>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var start = range.lowerBound
    var position = start
    while position < range.upperBound {
      // Eight bytes at a time while nothing needs an escape.
      while position + 8 <= range.upperBound, !needsEscape(text.word(at: position)) {
        position += 8
      }
      guard position < range.upperBound else { break }
      let byte = text[position]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(text, start..<position)
        append(escaped: byte, to: &bytes)
        start = position + 1
      }
      position += 1
    }
    bytes.append(text, start..<range.upperBound)
    bytes.append(UInt8(ascii: "\""))
  }

  @inline(__always) private static func needsEscape(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* 0x22)
    let backslashes = word ^ (ones &* 0x5c)
    let hits =
      ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
      | ((word &- (ones &* 0x20)) & ~word)
    return hits & (ones &* 0x80) != 0
  }

  private static func append(escaped byte: UInt8, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0a: bytes.append(UInt8(ascii: "n"))
    case 0x0c: bytes.append(UInt8(ascii: "f"))
    case 0x0d: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append("u00")
      for digit in [byte >> 4, byte & 15] {
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}

/// The authors of a conversation as JSON strings, escaped once.
struct AuthorNames {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  init(_ authors: [String]) {
    for author in authors {
      JSONL.append(string: author, to: &bytes)
      ends.append(bytes.count)
    }
  }

  func append(_ author: Int, to output: inout [UInt8]) {
    output.append(bytes.span, ends[author]..<ends[author + 1])
  }
}

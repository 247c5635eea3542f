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
    appendContent(text, range, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds what stands between the quotes.
  static func appendContent(_ text: Span<UInt8>, _ range: Range<Int>, to bytes: inout [UInt8]) {
    var position = range.lowerBound
    while position < range.upperBound {
      bytes.append(addingCapacity: range.upperBound - position + 8) { output in
        position = appendPlain(text, position..<range.upperBound, to: &output)
      }
      if position < range.upperBound {
        append(escaped: text[position], to: &bytes)
        position += 1
      }
    }
  }

  /// Copies text up to the first byte that needs an escape, and says where it stopped.
  ///
  /// - Precondition: `output` has room for the text and eight bytes more.
  @inline(__always) static func appendPlain(
    _ text: Span<UInt8>, _ range: Range<Int>, to output: inout OutputSpan<UInt8>
  ) -> Int {
    var position = range.lowerBound
    // Eight bytes at a time, where the buffer goes on behind the text.
    while position < range.upperBound, position + 8 <= text.count {
      let word = text.word(at: position)
      let left = min(8, range.upperBound - position)
      let plain = min(left, escapes(word).trailingZeroBitCount >> 3)
      output.append(word: word, keeping: plain)
      position += plain
      if plain < left { return position }
    }
    while position < range.upperBound, escapes(UInt64(text[position]) | spaces) == 0 {
      output.append(text[position])
      position += 1
    }
    return position
  }

  /// Marks the first byte that needs an escape with its high bit; those above it are noise.
  @inline(__always) private static func escapes(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* 0x22)
    let backslashes = word ^ (ones &* 0x5c)
    let hits =
      ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
      | ((word &- (ones &* 0x20)) & ~word)
    return hits & (ones &* 0x80)
  }

  /// Seven bytes that need no escape above one that is looked at.
  @inline(__always) private static var spaces: UInt64 { 0x2020_2020_2020_2000 }

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

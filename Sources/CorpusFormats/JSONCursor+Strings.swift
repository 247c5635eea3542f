extension JSONCursor {
  /// Passes a string whose opening quote is next, and checks it whole.
  mutating func string(_ text: Span<UInt8>) throws(LineFault) -> StringToken {
    position += 1
    let start = position
    var hasEscapes = false
    while true {
      try plain(text)
      if text[position] == UInt8(ascii: "\"") { break }
      hasEscapes = true
      _ = try escape(text)
    }
    position += 1
    return StringToken(range: start..<position - 1, hasEscapes: hasEscapes)
  }

  /// Passes a string whose opening quote is next, and adds what it stands for to `bytes`.
  @inline(__always) mutating func string(
    _ text: Span<UInt8>, to bytes: inout [UInt8]
  ) throws(LineFault) {
    position += 1
    let start = position
    try plain(text)
    bytes.append(text, start..<position)
    if text[position] == UInt8(ascii: "\"") {
      position += 1
    } else {
      try rest(text, to: &bytes)
    }
  }

  /// A string, at whose opening quote the cursor should stand.
  mutating func string(
    _ text: Span<UInt8>, _ what: @autoclosure () -> String, scratch: inout [UInt8]
  ) throws(LineFault) -> String {
    guard text[position] == UInt8(ascii: "\"") else { throw wrongType(text, what(), "a string") }
    scratch.removeAll(keepingCapacity: true)
    try string(text, to: &scratch)
    return String(decoding: scratch, as: UTF8.self)
  }

  /// The number of a key or text in a table, whatever escapes it is written with.
  static func find(
    _ token: StringToken, in table: borrowing NameTable, _ text: Span<UInt8>,
    scratch: inout [UInt8]
  ) throws(LineFault) -> Int? {
    if !token.hasEscapes { return table.find(text, token.range) }
    var copy = JSONCursor(at: token.range.lowerBound - 1)
    scratch.removeAll(keepingCapacity: true)
    try copy.string(text, to: &scratch)
    let count = scratch.count
    scratch.append(contentsOf: repeatElement(0, count: NameTable.margin))
    return table.find(scratch.span, 0..<count)
  }

  /// Adds a string from its first escape on.
  @inline(never) private mutating func rest(
    _ text: Span<UInt8>, to bytes: inout [UInt8]
  ) throws(LineFault) {
    while text[position] != UInt8(ascii: "\"") {
      Self.append(try escape(text), to: &bytes)
      let start = position
      try plain(text)
      bytes.append(text, start..<position)
    }
    position += 1
  }

  /// Moves to the next quote or backslash over characters that stand for themselves.
  @inline(__always) mutating func plain(_ text: Span<UInt8>) throws(LineFault) {
    while true {
      position = Self.endOfASCII(text, from: position)
      let byte = text[position]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      guard byte >= 0x80 else { throw control(text) }
      position = text.endOfMultibyte(from: position)
      if text[position] >= 0x80 { throw fault("invalid UTF-8; expected well-formed UTF-8") }
    }
  }

  /// The next quote, backslash, control or non-ASCII byte, looking at eight bytes at a time.
  @inline(__always) static func endOfASCII(_ text: Span<UInt8>, from start: Int) -> Int {
    var position = start
    while true {
      let hits = specials(text.word(at: position))
      if hits != 0 { return position &+ hits.trailingZeroBitCount >> 3 }
      position &+= 8
    }
  }

  /// Where a word holds a quote, backslash, control or non-ASCII byte: the lowest bit that is set is the
  /// high bit of the first one, and bits above it mean nothing.
  @inline(__always) static func specials(_ word: UInt64) -> UInt64 {
    // Subtraction borrows into the high bit of a byte that is too small; what the borrow spoils
    // lies above the first hit, which alone counts.
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = (word ^ (ones &* 0x22)) &- ones
    let backslashes = (word ^ (ones &* 0x5c)) &- ones
    let controls = word &- (ones &* 0x20)
    return (quotes | backslashes | controls | word) & (ones &* 0x80)
  }

  /// Passes an escape whose backslash is next; the scalar it stands for.
  mutating func escape(_ text: Span<UInt8>) throws(LineFault) -> UInt32 {
    let letter = text[position + 1]
    let value: UInt32
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): value = UInt32(letter)
    case UInt8(ascii: "b"): value = 0x08
    case UInt8(ascii: "f"): value = 0x0c
    case UInt8(ascii: "n"): value = 0x0a
    case UInt8(ascii: "r"): value = 0x0d
    case UInt8(ascii: "t"): value = 0x09
    case UInt8(ascii: "u"): return try unicodeEscape(text)
    default:
      throw fault(
        "unknown escape; expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t, or \\u and four digits")
    }
    position += 2
    return value
  }

  private mutating func unicodeEscape(_ text: Span<UInt8>) throws(LineFault) -> UInt32 {
    let unit = try hexadecimal(text, at: position + 2)
    switch unit {
    case 0: throw fault("the escape of a NUL; expected text without NUL")
    case 0xd800...0xdbff:
      if text[position + 6] == UInt8(ascii: "\\"), text[position + 7] == UInt8(ascii: "u") {
        let low = try hexadecimal(text, at: position + 8)
        if 0xdc00...0xdfff ~= low {
          position += 12
          return 0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00)
        }
      }
      throw fault("an unpaired surrogate; expected its other half behind it")
    case 0xdc00...0xdfff:
      throw fault("an unpaired surrogate; expected its other half before it")
    default:
      position += 6
      return unit
    }
  }

  private func hexadecimal(_ text: Span<UInt8>, at start: Int) throws(LineFault) -> UInt32 {
    var value: UInt32 = 0
    for index in start..<start + 4 {
      switch text[index] {
      case 0x30...0x39: value = value << 4 | UInt32(text[index] - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(text[index] - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt32(text[index] - 0x61 + 10)
      default: throw fault("a broken escape; expected four hexadecimal digits behind \\u")
      }
    }
    return value
  }

  /// Adds a scalar as UTF-8.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(scalar >> shift & 0x3f) }
    switch scalar {
    case ..<0x80: bytes.append(UInt8(scalar))
    case ..<0x800: bytes += [0xc0 | UInt8(scalar >> 6), tail(0)]
    case ..<0x10000: bytes += [0xe0 | UInt8(scalar >> 12), tail(6), tail(0)]
    default: bytes += [0xf0 | UInt8(scalar >> 18), tail(12), tail(6), tail(0)]
    }
  }

  @inline(never) func control(_ text: Span<UInt8>) -> LineFault {
    switch text[position] {
    case 0x0a: fault("the line ends within a string; expected its closing quote")
    case 0: fault("a NUL byte; expected text without NUL")
    default: fault("a raw control character in a string; expected its escape")
    }
  }
}

/// A place in one line of JSON (RFC 8259), and the steps that move it.
///
/// A line ends with a newline byte, which stands in no token, so that no step needs to count; behind it
/// the span goes on for ``LineReader/margin`` bytes.
struct JSONCursor {
  var position: Int
  private let lineStart: Int
  /// Arrays and objects may stand in one another this deep.
  static let maximumDepth = 128

  init(at position: Int) { (self.position, lineStart) = (position, position) }

  /// A key or text between its quotes.
  struct StringToken {
    var range: Range<Int>
    var hasEscapes: Bool
  }

  @inline(__always) mutating func skipSpaces(_ text: Span<UInt8>) {
    while text[position] <= 0x20, Self.isSpace(text[position]) { position += 1 }
  }

  @inline(__always) static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0d
  }

  /// Passes white space up to the end of the line, where nothing else may stand.
  mutating func end(_ text: Span<UInt8>, _ line: Range<Int>) throws(LineFault) {
    skipSpaces(text)
    guard position == line.upperBound else {
      throw fault("text behind the object; expected one JSON object a line")
    }
  }

  /// Whether the next byte is `byte`, which is then passed.
  @inline(__always) mutating func take(_ byte: Unicode.Scalar, _ text: Span<UInt8>) -> Bool {
    guard text[position] == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  /// Passes the opening brace of an object, or bracket of an array.
  mutating func open(
    _ byte: Unicode.Scalar, _ text: Span<UInt8>, _ what: String
  ) throws(LineFault) {
    if !take(byte, text) { throw wrongType(text, what, byte == "{" ? "an object" : "an array") }
    skipSpaces(text)
  }

  /// Whether another element follows in an array whose opening bracket, or element, is passed.
  @inline(__always) mutating func nextElement(
    _ text: Span<UInt8>, isFirst: Bool
  ) throws(LineFault) -> Bool {
    // A comma with at most one space behind it is what nearly always stands there.
    if !isFirst, text[position] == UInt8(ascii: ",") {
      let next = position + (text[position + 1] == 0x20 ? 2 : 1)
      if text[next] > 0x20 {
        position = next
        return true
      }
    }
    return try nextSpacedElement(text, isFirst: isFirst)
  }

  private mutating func nextSpacedElement(
    _ text: Span<UInt8>, isFirst: Bool
  ) throws(LineFault) -> Bool {
    skipSpaces(text)
    if take("]", text) { return false }
    if isFirst { return true }
    guard take(",", text) else { throw unexpected(text, "',' or ']'") }
    skipSpaces(text)
    return true
  }

  /// The key of the next member of an object whose opening brace, or member, is passed; nil at its end.
  /// Leaves the cursor at the value.
  mutating func nextKey(_ text: Span<UInt8>, isFirst: Bool) throws(LineFault) -> StringToken? {
    skipSpaces(text)
    if take("}", text) { return nil }
    if !isFirst {
      guard take(",", text) else { throw unexpected(text, "',' or '}'") }
      skipSpaces(text)
    }
    guard text[position] == UInt8(ascii: "\"") else { throw unexpected(text, "a key in quotes") }
    let key = try string(text)
    skipSpaces(text)
    guard take(":", text) else { throw unexpected(text, "':'") }
    skipSpaces(text)
    return key
  }

  /// Passes `null` if it is next.
  mutating func takeNull(_ text: Span<UInt8>) throws(LineFault) -> Bool {
    guard text[position] == UInt8(ascii: "n") else { return false }
    try literal(text, "null")
    return true
  }

  mutating func literal(_ text: Span<UInt8>, _ word: StaticString) throws(LineFault) {
    for offset in 0..<word.utf8CodeUnitCount {
      guard text[position + offset] == word.utf8Start[offset] else {
        throw unexpected(text, "a value")
      }
    }
    position += word.utf8CodeUnitCount
  }

  mutating func boolean(_ text: Span<UInt8>, _ what: String) throws(LineFault) -> Bool {
    switch text[position] {
    case UInt8(ascii: "t"):
      try literal(text, "true")
      return true
    case UInt8(ascii: "f"):
      try literal(text, "false")
      return false
    default: throw wrongType(text, what, "true or false")
    }
  }

  /// Passes a number; its range and whether it is written as a whole one.
  mutating func number(_ text: Span<UInt8>) throws(LineFault) -> (range: Range<Int>, isWhole: Bool)
  {
    let start = position
    if text[position] == UInt8(ascii: "-") { position += 1 }
    let isZero = text[position] == UInt8(ascii: "0")
    if isZero { position += 1 }
    guard passDigits(text) != isZero else {
      throw unexpected(text, "a number, without leading zeros")
    }
    var isWhole = true
    if text[position] == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      guard passDigits(text) else { throw unexpected(text, "a digit") }
    }
    if text[position] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      position += 1
      if text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") {
        position += 1
      }
      guard passDigits(text) else { throw unexpected(text, "a digit") }
    }
    return (start..<position, isWhole)
  }

  private mutating func passDigits(_ text: Span<UInt8>) -> Bool {
    let start = position
    while text[position] &- 0x30 < 10 { position += 1 }
    return position > start
  }

  /// A whole number of at least `minimum` that fits `Number`.
  mutating func whole<Number: FixedWidthInteger>(
    _ text: Span<UInt8>, _ what: @autoclosure () -> String, from minimum: Number
  ) throws(LineFault) -> Number {
    guard text[position] == UInt8(ascii: "-") || text[position] &- 0x30 < 10 else {
      throw wrongType(text, what(), Self.wholeNumber(from: minimum))
    }
    let (range, isWhole) = try number(text)
    let isNegative = text[range.lowerBound] == UInt8(ascii: "-")
    var value: Number = 0
    var fits = isWhole
    for index in range.dropFirst(isNegative ? 1 : 0) where fits {
      let digit = Number(text[index] & 15)
      let product = value.multipliedReportingOverflow(by: 10)
      let sum =
        isNegative
        ? product.partialValue.subtractingReportingOverflow(digit)
        : product.partialValue.addingReportingOverflow(digit)
      fits = !product.overflow && !sum.overflow
      value = sum.partialValue
    }
    // `-0` could not be written back alike.
    guard fits, value >= minimum, !(isNegative && value == 0) else {
      throw LineFault("\(what()) is another number; expected \(Self.wholeNumber(from: minimum))")
    }
    return value
  }
}

extension JSONCursor {
  @inline(never) private static func wholeNumber(from minimum: some FixedWidthInteger) -> String {
    minimum > 0 ? "a whole number from \(minimum)" : "a whole number"
  }

  /// `member 'text' is a number; expected a string`
  @inline(never) func wrongType(
    _ text: Span<UInt8>, _ what: String, _ expected: String
  ) -> LineFault {
    let found: String
    switch text[position] {
    case UInt8(ascii: "\""): found = "a string"
    case UInt8(ascii: "{"): found = "an object"
    case UInt8(ascii: "["): found = "an array"
    case UInt8(ascii: "t"), UInt8(ascii: "f"): found = "a boolean"
    case UInt8(ascii: "n"): found = "null"
    case UInt8(ascii: "-"), 0x30...0x39: found = "a number"
    default: return unexpected(text, expected)
    }
    return LineFault("\(what) is \(found); expected \(expected)")
  }

  /// `column 17: the line ends; expected ':'`
  @inline(never) func unexpected(_ text: Span<UInt8>, _ expected: String) -> LineFault {
    let found: String
    switch text[position] {
    case 0x0a: found = "the line ends"
    case 0: found = "a NUL byte"
    case 1..<0x20: found = "a control character"
    case 0x80...: found = "a character outside a string"
    default: found = "not JSON"
    }
    return fault("\(found); expected \(expected)")
  }

  /// A fault at the cursor, which is named as a 1-based column in bytes.
  @inline(never) func fault(_ reason: String) -> LineFault {
    LineFault("column \(position - lineStart + 1): \(reason)")
  }
}

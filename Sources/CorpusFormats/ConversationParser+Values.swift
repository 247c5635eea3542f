import Chat

extension ConversationParser {
  /// A string, at whose opening quote the cursor should stand.
  mutating func string(
    _ text: Span<UInt8>, _ what: @autoclosure () -> String
  ) throws(LineFault) -> String {
    try cursor.string(text, what(), scratch: &scratch)
  }

  /// The number of a string in a table.
  @inline(__always) mutating func name(
    _ text: Span<UInt8>, _ table: borrowing NameTable, _ what: StaticString,
    isElement: Bool = false
  ) throws(LineFault) -> Int {
    let start = cursor.position + 1
    if text[start - 1] == UInt8(ascii: "\"") {
      let end = JSONCursor.endOfASCII(text, from: start)
      if text[end] == UInt8(ascii: "\""), let index = table.find(text, start..<end) {
        cursor.position = end + 1
        return index
      }
    }
    return try otherName(text, table, isElement ? "an element of \(what)" : "\(what)")
  }

  /// The number of a string that is not in a table, or written with escapes.
  @inline(never) private mutating func otherName(
    _ text: Span<UInt8>, _ table: borrowing NameTable, _ what: String
  ) throws(LineFault) -> Int {
    guard text[cursor.position] == UInt8(ascii: "\"") else {
      throw cursor.wrongType(text, what, "a string")
    }
    let token = try cursor.string(text)
    guard let index = try find(token, in: table, text) else {
      throw LineFault("\(what) has an unknown value; expected \(table.list)")
    }
    return index
  }

  /// The number of a key or text in a table, whatever escapes it is written with.
  @inline(__always) mutating func find(
    _ token: JSONCursor.StringToken, in table: borrowing NameTable, _ text: Span<UInt8>
  ) throws(LineFault) -> Int? {
    if !token.hasEscapes { return table.find(text, token.range) }
    return try JSONCursor.find(token, in: table, text, scratch: &scratch)
  }

  /// Other people's label, compared as text: the positive one is grooming, every other is benign.
  mutating func mappedLabel(_ text: Span<UInt8>) throws(LineFault) -> Label? {
    scratch.removeAll(keepingCapacity: true)
    let start = cursor.position
    switch text[start] {
    case UInt8(ascii: "n"):
      try cursor.literal(text, "null")
      return nil
    case UInt8(ascii: "\""): try cursor.string(text, to: &scratch)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      throw cursor.wrongType(text, "member 'label'", "a string, number or boolean")
    default: scratch.append(text, try cursor.skip(text, depth: 1))
    }
    return scratch == positiveLabel ? .grooming : .benign
  }

  /// Keeps a member nobody knows as `"key":value`, both as they were written.
  mutating func addExtra(
    _ key: JSONCursor.StringToken, _ text: Span<UInt8>, depth: Int, to extra: inout [UInt8]
  ) throws(LineFault) {
    let value = try cursor.skip(text, depth: depth)
    if !extra.isEmpty { extra.append(UInt8(ascii: ",")) }
    extra.append(text, key.range.lowerBound - 1..<key.range.upperBound + 1)
    extra.append(UInt8(ascii: ":"))
    extra.append(text, value)
  }

  static func duplicate(_ member: String) -> LineFault {
    LineFault("member '\(member)' stands there twice; expected it once")
  }

  static func missing(_ member: String, _ expected: String) -> LineFault {
    LineFault("member '\(member)' is missing; expected \(expected)")
  }
}

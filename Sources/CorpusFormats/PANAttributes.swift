/// Attributes that Nightlight does not know, kept as the member `"attributes":{"name":"value"}` among
/// the members that JSON lines keep for others.
enum PANAttributes {
  private static let key = Array("\"attributes\":".utf8)

  /// The member for some attributes; empty for none.
  static func extra(_ attributes: [XMLReader.Attribute]) -> [UInt8] {
    guard !attributes.isEmpty else { return [] }
    var bytes = key
    for (index, attribute) in attributes.enumerated() {
      bytes.append(UInt8(ascii: index == 0 ? "{" : ","))
      JSONL.append(string: attribute.name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      JSONL.append(string: attribute.value.span, 0..<attribute.value.count, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  /// The attributes that the members hold; none where they hold no such member, or one of another
  /// making whose values are not strings or whose names are not names.
  static func attributes(_ extra: [UInt8]) -> [XMLReader.Attribute] {
    guard !extra.isEmpty else { return [] }
    let text = [UInt8(ascii: "{")] + extra + [UInt8(ascii: "}"), UInt8(ascii: "\n")]
    let padded = text + Array(repeating: 0, count: LineReader.margin)
    return (try? attributes(in: padded.span)) ?? []
  }

  private static func attributes(
    in text: Span<UInt8>
  ) throws(LineFault) -> [XMLReader.Attribute] {
    var attributes: [XMLReader.Attribute] = []
    var cursor = JSONCursor(at: 0)
    var scratch: [UInt8] = []
    try cursor.open("{", text, "")
    var isFirst = true
    while let key = try cursor.nextKey(text, isFirst: isFirst) {
      isFirst = false
      // The key between its quotes, and the colon behind it.
      guard key.range.count == Self.key.count - 3,
        key.range.allSatisfy({ text[$0] == Self.key[$0 - key.range.lowerBound + 1] })
      else {
        try cursor.skip(text, depth: 1)
        continue
      }
      try cursor.open("{", text, "")
      var isFirstMember = true
      while let name = try cursor.nextKey(text, isFirst: isFirstMember) {
        isFirstMember = false
        let value = try cursor.string(text, "", scratch: &scratch)
        let word = Array(name.range.map { text[$0] })
        guard let first = word.first, !name.hasEscapes, word.allSatisfy(isNamePart),
          0x61...0x7a ~= first | 0x20 || first == UInt8(ascii: "_")
        else { continue }
        attributes.append(
          XMLReader.Attribute(
            name: String(decoding: word, as: UTF8.self), value: Array(value.utf8)))
      }
    }
    return attributes
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    0x61...0x7a ~= byte | 0x20 || 0x30...0x39 ~= byte
      || [UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(byte)
  }
}

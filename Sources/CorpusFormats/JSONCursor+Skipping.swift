extension JSONCursor {
  /// Passes a value of any type and checks it whole; its range.
  ///
  /// `depth` is how many arrays and objects stand around it.
  @discardableResult mutating func skip(
    _ text: Span<UInt8>, depth: Int
  ) throws(LineFault) -> Range<Int> {
    let start = position
    switch text[position] {
    case UInt8(ascii: "\""): _ = try string(text)
    case UInt8(ascii: "t"): try literal(text, "true")
    case UInt8(ascii: "f"): try literal(text, "false")
    case UInt8(ascii: "n"): try literal(text, "null")
    case UInt8(ascii: "-"), 0x30...0x39: _ = try number(text)
    case UInt8(ascii: "{"):
      try checkDepth(depth + 1)
      position += 1
      var isFirst = true
      while try nextKey(text, isFirst: isFirst) != nil {
        isFirst = false
        try skip(text, depth: depth + 1)
      }
    case UInt8(ascii: "["):
      try checkDepth(depth + 1)
      position += 1
      var isFirst = true
      while try nextElement(text, isFirst: isFirst) {
        isFirst = false
        try skip(text, depth: depth + 1)
      }
    default: throw unexpected(text, "a value")
    }
    return start..<position
  }

  private func checkDepth(_ depth: Int) throws(LineFault) {
    if depth > Self.maximumDepth {
      throw fault("nested deeper than \(Self.maximumDepth) levels; expected at most that many")
    }
  }
}

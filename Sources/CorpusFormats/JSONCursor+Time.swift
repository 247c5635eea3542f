import Chat

extension JSONCursor {
  /// Passes a time: an ISO 8601 date-time, a clock `HH:MM`, or integer milliseconds.
  mutating func time(
    _ text: Span<UInt8>, _ what: StaticString
  ) throws(LineFault) -> (time: Int64, style: TimeStyle) {
    let expected = "an ISO 8601 date-time or integer milliseconds"
    guard text[position] == UInt8(ascii: "\"") else {
      guard text[position] == UInt8(ascii: "-") || text[position] &- 0x30 < 10 else {
        throw wrongType(text, "\(what)", expected)
      }
      return (try whole(text, "\(what)", from: Int64.min), .integer)
    }
    let token = try string(text)
    guard !token.hasEscapes, let (time, style) = TimeStyle.parse(text.extracting(token.range))
    else {
      throw LineFault("\(what) is no date-time; expected one such as 2031-05-02T18:04:11Z")
    }
    return (time, style)
  }
}

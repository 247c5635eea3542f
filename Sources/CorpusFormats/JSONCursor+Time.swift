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

  /// Passes milliseconds written as up to 18 digits without a sign before a comma, which is how most
  /// integer times stand; nil, and passes nothing, for others.
  @inline(__always) mutating func plainMilliseconds(_ text: Span<UInt8>) -> Int64? {
    var next = position
    var value: UInt64 = 0
    // Eight digits at once: pairs, then fours, then the whole are put together in one word.
    let digits = text.word(at: next) ^ 0x3030_3030_3030_3030
    let carries = (digits & 0x7f7f_7f7f_7f7f_7f7f) &+ 0x7676_7676_7676_7676
    if (digits | carries) & 0x8080_8080_8080_8080 == 0 {
      let pairs = (digits &* 10 &+ digits >> 8) & 0x00ff_00ff_00ff_00ff
      let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_ffff_0000_ffff
      value = (fours &* 10_000 &+ fours >> 32) & 0xffff_ffff
      next += 8
    }
    while next - position < 18, text[next] &- 0x30 < 10 {
      value = value &* 10 &+ UInt64(text[next] &- 0x30)
      next += 1
    }
    guard text[next] == UInt8(ascii: ","), text[position] != UInt8(ascii: "0"), next > position
    else { return nil }
    position = next
    return Int64(value)
  }
}

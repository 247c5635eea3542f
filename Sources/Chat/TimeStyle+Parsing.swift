extension TimeStyle {
  /// The milliseconds since 1970 and the style of an ISO 8601 date-time or a clock `HH:MM`; nil where
  /// the text is neither. O(count), allocates nothing.
  ///
  /// Accepted: `YYYY-MM-DDTHH:MM`, then optionally `:SS`, then optionally a fraction, then optionally
  /// `Z` or an offset. Without a zone UTC is assumed. Days are checked against the Gregorian calendar.
  /// What lies below a millisecond is kept in the style, not in the time.
  ///
  /// ```swift
  /// TimeStyle.parse("1970-01-01T00:00:01.5Z".utf8.span)!.time  // 1500
  /// TimeStyle.parse("18:04".utf8.span)!.time                   // 65_040_000
  /// TimeStyle.parse("2031-02-29T00:00".utf8.span)              // nil
  /// ```
  public static func parse(_ text: Span<UInt8>) -> (time: Int64, style: TimeStyle)? {
    if text.count == 20, let time = secondsUTC(text) { return (time, .isoSecondsUTC) }
    if text.count == 5 {
      guard text[2] == UInt8(ascii: ":"), let hour = number(text, 0, 2, upTo: 23),
        let minute = number(text, 3, 2, upTo: 59)
      else { return nil }
      return (Int64(hour * 60 + minute) * 60_000, .clock)
    }
    return dateTime(text)
  }

  /// `YYYY-MM-DDTHH:MM:SSZ`, which is how nearly every time of a corpus is written.
  @inline(__always) private static func secondsUTC(_ text: Span<UInt8>) -> Int64? {
    let raw = text.bytes
    // A digit xor '0' is 0…9 and a separator xor itself is 0: one test for eight characters.
    let date = load(raw, 0) ^ 0x2d30_302d_3030_3030  // 0000-00-
    let middle = load(raw, 8) ^ 0x3030_3a30_3054_3030  // 00T00:00
    let clock = load(raw, 12) ^ 0x5a30_303a_3030_3a30  // 0:00:00Z
    // Adding this carries into the high bit where a digit exceeds 9 or a separator differs.
    let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
    let dateCarry = (date & low) &+ 0x7f76_767f_7676_7676
    let middleCarry = (middle & low) &+ 0x7676_7f76_767f_7676
    let clockCarry = (clock & low) &+ 0x7f76_767f_7676_7f76
    let carries = dateCarry | middleCarry | clockCarry
    guard (date | middle | clock | carries) & ~low == 0 else { return nil }
    let year = byte(date, 0) * 1000 + byte(date, 1) * 100 + pair(date, 2)
    let hour = pair(middle, 3)
    let minute = pair(middle, 6)
    let second = pair(clock, 5)
    guard let day = days(year: year, month: pair(date, 5), day: pair(middle, 0)),
      hour < 24, minute < 60, second < 60
    else { return nil }
    return Int64(((day * 24 + hour) * 60 + minute) * 60 + second) * 1000
  }

  @inline(__always) private static func load(_ raw: RawSpan, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(__always) private static func byte(_ word: UInt64, _ index: UInt64) -> Int {
    Int(word >> (index * 8) & 0xff)
  }

  @inline(__always) private static func pair(_ word: UInt64, _ index: UInt64) -> Int {
    byte(word, index) * 10 + byte(word, index + 1)
  }

  /// Every other notation.
  private static func dateTime(_ text: Span<UInt8>) -> (time: Int64, style: TimeStyle)? {
    guard text.count >= 16, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"),
      let year = number(text, 0, 4, upTo: 9999), let month = number(text, 5, 2, upTo: 12),
      let dayOfMonth = number(text, 8, 2, upTo: 31),
      let day = days(year: year, month: month, day: dayOfMonth),
      let hour = number(text, 11, 2, upTo: 23), let minute = number(text, 14, 2, upTo: 59)
    else { return nil }
    var bits = Kind.iso.rawValue
    var time = Int64((day * 24 + hour) * 60 + minute) * 60_000
    var next = 16
    if next < text.count, text[next] == UInt8(ascii: ":") {
      guard let second = number(text, next + 1, 2, upTo: 59) else { return nil }
      time += Int64(second) * 1000
      bits |= 1 << 2
      next += 3
      if next < text.count, text[next] == UInt8(ascii: ".") || text[next] == UInt8(ascii: ",") {
        guard let fraction = fraction(text, from: next) else { return nil }
        time += fraction.milliseconds
        bits |= fraction.bits
        next = fraction.end
      }
    }
    guard next < text.count else { return (time, TimeStyle(rawValue: bits)) }
    if text[next] == UInt8(ascii: "Z") {
      return next + 1 == text.count ? (time, TimeStyle(rawValue: bits | 1 << 7)) : nil
    }
    guard let offset = offset(text, from: next) else { return nil }
    time -= Int64(offset.minutes) * 60_000
    return (time, TimeStyle(rawValue: bits | offset.bits))
  }

  /// A fraction of a second from its point or comma on.
  private static func fraction(
    _ text: Span<UInt8>, from start: Int
  ) -> (milliseconds: Int64, bits: UInt32, end: Int)? {
    var microseconds: Int64 = 0
    var end = start + 1
    while end < text.count, let digit = number(text, end, 1, upTo: 9) {
      if end - start <= 6 { microseconds = microseconds * 10 + Int64(digit) }
      end += 1
    }
    let digits = end - start - 1
    guard digits > 0 else { return nil }
    for _ in min(digits, 6)..<6 { microseconds *= 10 }
    var bits = UInt32(min(digits, 6)) << 3 | UInt32(microseconds % 1000) << 21
    if digits > 6 || text[start] == UInt8(ascii: ",") { bits |= 1 << 31 }
    return (microseconds / 1000, bits, end)
  }

  /// An offset from its sign to the end of the text: `±HH:MM`, `±HHMM` or `±HH`.
  private static func offset(
    _ text: Span<UInt8>, from start: Int
  ) -> (minutes: Int, bits: UInt32)? {
    guard text[start] == UInt8(ascii: "+") || text[start] == UInt8(ascii: "-"),
      let hours = number(text, start + 1, 2, upTo: 23)
    else { return nil }
    let rest = text.count - start - 3
    var minutes = hours * 60
    if rest == 3 {
      guard text[start + 3] == UInt8(ascii: ":"), let more = number(text, start + 4, 2, upTo: 59)
      else { return nil }
      minutes += more
    } else if rest == 2 {
      guard let more = number(text, start + 3, 2, upTo: 59) else { return nil }
      minutes += more
    } else if rest != 0 {
      return nil
    }
    let isNegative = text[start] == UInt8(ascii: "-")
    let isRare = rest != 3 || (isNegative && minutes == 0)
    if isNegative { minutes = -minutes }
    return (minutes, 2 << 7 | UInt32(minutes + 2048) << 9 | (isRare ? 1 << 31 : 0))
  }

  /// The number of `count` digits at `start`; nil where there are fewer, or it exceeds `limit`.
  @inline(__always) private static func number(
    _ text: Span<UInt8>, _ start: Int, _ count: Int, upTo limit: Int
  ) -> Int? {
    guard start + count <= text.count else { return nil }
    var value = 0
    for index in start..<start + count {
      let digit = text[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value <= limit ? value : nil
  }

  /// Days from 1970-01-01 to a date of the Gregorian calendar; nil where there is no such date.
  ///
  /// Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), `days_from_civil`.
  @inline(__always) static func days(year: Int, month: Int, day: Int) -> Int? {
    guard 1...12 ~= month, day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length = month == 2 ? (isLeap ? 29 : 28) : 30 + (month + month >> 3) & 1
    guard day <= length else { return nil }
    // Years begin in March, and one era of 400 years is added so that no division is negative.
    let shifted = (month <= 2 ? year - 1 : year) + 400
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468 - 146_097
  }
}

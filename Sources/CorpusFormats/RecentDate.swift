import Chat

/// The date of the last message, so that the times of one day cost a clock and no calendar.
struct RecentDate {
  /// The bytes `YYYY-MM-` and `DD`.
  private var month: UInt64 = 0
  private var day: UInt64 = 0
  private var start: Int64 = 0

  /// The time `YYYY-MM-DDTHH:MM:SSZ` that stands at `position`, in milliseconds since 1970; nil where
  /// another notation stands there.
  ///
  /// - Precondition: 24 bytes can be loaded.
  @inline(__always) mutating func time(_ text: Span<UInt8>, at position: Int) -> Int64? {
    let middle = text.word(at: position + 8)
    if text.word(at: position) == month, middle & 0xffff == day,
      let time = Self.clock(middle, text.word(at: position + 12))
    {
      return start + time
    }
    return otherDay(text, at: position)
  }

  @inline(never) private mutating func otherDay(_ text: Span<UInt8>, at position: Int) -> Int64? {
    guard let (time, style) = TimeStyle.parse(text.extracting(position..<position + 20)),
      style == .isoSecondsUTC
    else { return nil }
    month = text.word(at: position)
    day = text.word(at: position + 8) & 0xffff
    start = time - (time % 86_400_000 + 86_400_000) % 86_400_000
    return time
  }

  /// The time of day in milliseconds that `DDTHH:MM` and `H:MM:SSZ` give.
  @inline(__always) private static func clock(_ middle: UInt64, _ end: UInt64) -> Int64? {
    // A digit xor '0' is 0…9 and a separator xor itself is 0: one test for eight characters.
    let first = middle ^ 0x3030_3a30_3054_3030  // 00T00:00
    let second = end ^ 0x5a30_303a_3030_3a30  // 0:00:00Z
    let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
    let carries =
      ((first & low) &+ 0x7676_7f76_767f_7676) | ((second & low) &+ 0x7f76_767f_7676_7f76)
    guard (first | second | carries) & ~low == 0 else { return nil }
    let hour = pair(first, 3)
    let minute = pair(first, 6)
    let seconds = pair(second, 5)
    guard hour < 24, minute < 60, seconds < 60 else { return nil }
    return ((hour * 60 + minute) * 60 + seconds) * 1000
  }

  @inline(__always) private static func pair(_ word: UInt64, _ index: UInt64) -> Int64 {
    let digits = Int64(truncatingIfNeeded: word >> (index * 8))
    return (digits & 15) * 10 + (digits >> 8 & 15)
  }
}

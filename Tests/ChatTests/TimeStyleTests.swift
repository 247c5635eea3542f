import Testing

@testable import Chat

@Suite struct TimeStyleTests {
  @Test func namedStyles() {
    #expect(TimeStyle.absent.kind == .absent)
    #expect(TimeStyle.integer.kind == .integer)
    #expect(TimeStyle.clock.kind == .clock)
    #expect(TimeStyle.isoSecondsUTC.kind == .iso)
    #expect(TimeStyle.isoSecondsUTC.hasSeconds && TimeStyle.isoSecondsUTC.isUTC)
    #expect(!TimeStyle.isoSecondsUTC.isVerbatim && TimeStyle.isoSecondsUTC.offsetMinutes == 0)
  }

  /// Stores keep the bits, so their meaning must not move.
  @Test func bitsArePinned() throws {
    let parsed = try #require(TimeStyle.parse(text: "2031-05-02T18:04:11.123456-01:30"))
    #expect(parsed.style.rawValue == 1 | 1 << 2 | 6 << 3 | 2 << 7 | (2048 - 90) << 9 | 456 << 21)
    #expect(parsed.style.offsetMinutes == -90)
    #expect(parsed.style.microseconds == 456)
    #expect(parsed.style.fractionalDigits == 6)
  }
}

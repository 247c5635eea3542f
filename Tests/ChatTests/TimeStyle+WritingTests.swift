import Chat
import Testing

@Suite struct TimeStyleWritingTests {
  @Test(arguments: [
    "1970-01-01T00:00:00Z", "2031-05-02T18:04:11Z", "2031-05-02T18:04:11", "2031-05-02T18:04",
    "2031-05-02T18:04Z", "2031-05-02T18:04+02:00", "2031-05-02T00:04:11-12:45",
    "2031-05-02T18:04:11.5Z", "2031-05-02T18:04:11.05+00:00", "2031-05-02T18:04:11.120",
    "2031-05-02T18:04:11.1234Z", "2031-05-02T18:04:11.12345Z", "2031-05-02T18:04:11.123456Z",
    "2031-05-02T18:04:11.000000Z", "1969-12-31T23:59:59.999999Z", "0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z", "18:04", "00:00", "23:59",
  ])
  func writesBackAlike(text: String) throws {
    let (time, style) = try #require(TimeStyle.parse(text: text))
    #expect(!style.isVerbatim)
    #expect(style.text(of: time) == text)
  }

  @Test(arguments: [
    ("2031-05-02T18:04:11.1234567Z", "2031-05-02T18:04:11.123456Z"),
    ("2031-05-02T18:04:11,5Z", "2031-05-02T18:04:11.5Z"),
    ("2031-05-02T18:04+0200", "2031-05-02T18:04+02:00"),
    ("2031-05-02T18:04-02", "2031-05-02T18:04-02:00"),
    ("2031-05-02T18:04-00:00", "2031-05-02T18:04+00:00"),
  ])
  func rareNotationsAreMarked(text: String, nearest: String) throws {
    let (time, style) = try #require(TimeStyle.parse(text: text))
    #expect(style.isVerbatim)
    #expect(style.text(of: time) == nearest)
  }

  @Test func integersClocksAndNothing() {
    #expect(TimeStyle.integer.text(of: -12) == "-12")
    #expect(TimeStyle.integer.text(of: .max) == "9223372036854775807")
    #expect(TimeStyle.absent.text(of: 5) == "")
    #expect(TimeStyle.clock.text(of: 86_400_000 + 60_000) == "00:01")
    #expect(TimeStyle.clock.text(of: -60_000) == "23:59")
  }

  @Test func randomTimesSurvive() throws {
    var state: UInt64 = 42
    for round in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let digits = UInt32(state >> 60) % 7
      let zone = UInt32(state >> 50) % 3
      let hasSeconds = digits > 0 || state >> 49 & 1 == 0
      let offset = Int(state >> 40 % 2879) % 1439
      var bits: UInt32 = 1 | digits << 3 | zone << 7
      if hasSeconds { bits |= 1 << 2 }
      if zone == 2 { bits |= UInt32(offset + 2048) << 9 }
      if digits == 6 { bits |= UInt32(state % 1000) << 21 }
      var time = Int64(state >> 20) % 100_000_000_000_000
      if !hasSeconds { time -= time % 60_000 }
      if digits < 3 { time -= time % [1000, 100, 10][Int(digits)] }
      let style = TimeStyle(rawValue: bits)
      let parsed = try #require(TimeStyle.parse(text: style.text(of: time)), "round \(round)")
      #expect(parsed.time == time && parsed.style == style, "round \(round)")
    }
  }

  @Test func noTimeIsLongerThanSaid() {
    let widest = TimeStyle(rawValue: 1 | 1 << 2 | 6 << 3 | 2 << 7 | 0 << 9 | 999 << 21)
    for time in [Int64.min / 2, -1, 0, Int64.max / 2] {
      for style in [widest, .integer, .clock, .isoSecondsUTC] {
        let text = style.text(of: time)
        #expect(text.utf8.count <= TimeStyle.longest && !text.isEmpty)
      }
    }
    #expect(widest.text(of: Int64.min / 2).utf8.count > 35)
  }
}

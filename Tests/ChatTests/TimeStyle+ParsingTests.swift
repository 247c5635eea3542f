import Testing

@testable import Chat

@Suite struct TimeStyleParsingTests {
  /// Milliseconds from Python's `datetime.timestamp()`.
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0),
    ("2031-05-02T18:04:11Z", 1_935_511_451_000),
    ("2031-05-02T18:04:11", 1_935_511_451_000),
    ("2031-05-02T18:04", 1_935_511_440_000),
    ("2031-05-02T18:04Z", 1_935_511_440_000),
    ("2031-05-02T18:04:11.5Z", 1_935_511_451_500),
    ("2031-05-02T18:04:11.123456", 1_935_511_451_123),
    ("2031-05-02T18:04:11+02:00", 1_935_504_251_000),
    ("2031-05-02T18:04-01:30", 1_935_516_840_000),
    ("1969-12-31T23:59:59Z", -1000),
    ("2000-02-29T00:00:00Z", 951_782_400_000),
    ("0001-01-01T00:00:00Z", -62_135_596_800_000),
    ("9999-12-31T23:59:59Z", 253_402_300_799_000),
    ("18:04", 65_040_000),
    ("00:00", 0),
  ])
  func reads(text: String, time: Int64) throws {
    #expect(try #require(TimeStyle.parse(text: text)).time == time)
  }

  @Test(arguments: [
    "", "18:4", "24:00", "18:60", "18-04", "2031-05-02", "2031-05-02T18", "2031-5-2T18:04",
    "2031-05-02 18:04", "2031-05-02t18:04", "2031-05-02T18:04z", "2031-05-02T24:00:00Z",
    "2031-05-02T18:60:00Z", "2031-05-02T18:04:60Z", "2031-13-02T18:04:11Z", "2031-00-02T18:04:11Z",
    "2031-05-00T18:04:11Z", "2031-02-29T18:04:11Z", "1900-02-29T00:00:00Z", "2031-04-31T18:04:11Z",
    "2031-05-02T18:04:11.Z", "2031-05-02T18:04:11.5x", "2031-05-02T18:04+24:00",
    "2031-05-02T18:04+2:00", "2031-05-02T18:04+02:60", "2031-05-02T18:04Z ", " 2031-05-02T18:04Z",
    "2031-05-02T18:04.5Z", "2031-05-02T18:04:1aZ", "+031-05-02T18:04:11Z", "2031/05/02T18:04:11Z",
    "2031-05-02T18:04:11Y", "20310502T180411Z", "١٨:٠", "2031-05-02T18:04:1\u{80}",
  ])
  func refuses(text: String) {
    #expect(TimeStyle.parse(text: text) == nil)
  }

  @Test func fastAndSlowPathAgree() throws {
    for day in stride(from: -100_000, to: 300_000, by: 977) {
      let time = Int64(day) * 86_400_000 + 3_723_000
      let text = TimeStyle.isoSecondsUTC.text(of: time)
      let fast = try #require(TimeStyle.parse(text: text))
      let slow = try #require(TimeStyle.parse(text: text.dropLast() + "+00:00"))
      #expect(fast.time == time && slow.time == time, "\(text)")
    }
  }

  @Test func everyByteOfTheFastPathIsChecked() {
    let good = Array("2031-05-02T18:04:11Z".utf8)
    for position in good.indices {
      for byte in UInt8.min...UInt8.max where byte != good[position] {
        var text = good
        text[position] = byte
        let isDigit = 0x30...0x39 ~= byte && 0x30...0x39 ~= good[position]
        let isAccepted = TimeStyle.parse(text.span) != nil
        if !isDigit { #expect(!isAccepted, "\(position) \(byte)") }
      }
    }
  }
}

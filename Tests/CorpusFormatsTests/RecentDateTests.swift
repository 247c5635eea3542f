import Chat
import Testing

@testable import CorpusFormats

@Suite struct RecentDateTests {
  private let padding = [UInt8](repeating: 0x22, count: 16)

  @Test func agreesWithTheCalendarWhateverCameBefore() {
    var random = Random(seed: 1)
    var recent = RecentDate()
    var day: Int64 = 0
    for round in 0..<3000 {
      if random.chance(30) { day = Int64(random.below(40_000)) - 20_000 }
      let time = day * 86_400_000 + Int64(random.below(86_400)) * 1000
      let text = Array(TimeStyle.isoSecondsUTC.text(of: time).utf8) + padding
      let read = recent.time(text.span, at: 0)
      #expect(read == time, "round \(round)")
    }
  }

  @Test func everyWrongByteIsSeenOnAKnownDay() {
    let good = Array("2031-05-02T18:04:11Z".utf8)
    for position in good.indices {
      for byte in UInt8.min...UInt8.max where !(0x30...0x39 ~= byte) && byte != good[position] {
        var recent = RecentDate()
        _ = recent.time((good + padding).span, at: 0)
        var text = good + padding
        text[position] = byte
        let read = recent.time(text.span, at: 0)
        #expect(read == nil, "\(position) \(byte)")
      }
    }
  }

  @Test(arguments: ["2031-05-02T24:00:00Z", "2031-05-02T18:60:00Z", "2031-05-02T18:04:60Z"])
  func impossibleClocksAreRefusedOnAKnownDay(text: String) {
    var recent = RecentDate()
    _ = recent.time((Array("2031-05-02T18:04:11Z".utf8) + padding).span, at: 0)
    let read = recent.time((Array(text.utf8) + padding).span, at: 0)
    #expect(read == nil)
  }
}

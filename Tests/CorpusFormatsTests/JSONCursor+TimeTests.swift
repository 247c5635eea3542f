import Chat
import Testing

@testable import CorpusFormats

@Suite struct JSONCursorTimeTests {
  @Test(arguments: [
    ("\"1970-01-01T00:00:01Z\"", 1000, TimeStyle.isoSecondsUTC), ("\"00:01\"", 60_000, .clock),
    ("-12", -12, .integer),
  ])
  func readsTheThreeNotations(text: String, time: Int64, style: TimeStyle) throws {
    let step = atCursor(text + "}") { cursor, text throws(LineFault) in try cursor.time(text, "t") }
    let result = try #require(step.result)
    #expect(result.time == time && result.style == style && step.rest == "}")
  }

  @Test func anEscapedTimeIsNoTime() {
    let step = atCursor(#""00:0\u0031""#) { cursor, text throws(LineFault) in
      try cursor.time(text, "t")
    }
    #expect(step.reason == "t is no date-time; expected one such as 2031-05-02T18:04:11Z")
  }
}

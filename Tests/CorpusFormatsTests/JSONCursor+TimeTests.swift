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

  @Test func plainMillisecondsAgreeWithTheNumber() {
    for count in 1...20 {
      for lead in ["1", "9", "0", "-1"] {
        let text = lead + String("23456789012345678901".prefix(count - 1))
        let step = atCursor(text + ",") { cursor, text throws(LineFault) in
          cursor.plainMilliseconds(text)
        }
        let isPlain = count <= 18 && (lead == "1" || lead == "9")
        #expect(step.result == .some(isPlain ? Int64(text) : nil), "\(text)")
        #expect(step.rest == (isPlain ? "," : text + ","))
      }
    }
    for text in ["12.5,", "12e3,", "12}", "12 ,", ",", "1234567.,", "x"] {
      let step = atCursor(text) { cursor, text throws(LineFault) in cursor.plainMilliseconds(text) }
      #expect(step.result == .some(nil), "\(text)")
    }
  }
}

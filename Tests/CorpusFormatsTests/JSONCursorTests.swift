import Testing

@testable import CorpusFormats

/// Runs a step at the start of a line of JSON; the reason where it fails.
func atCursor<Result>(
  _ line: String,
  _ step: (inout JSONCursor, Span<UInt8>) throws(LineFault) -> Result
) -> (result: Result?, rest: String, reason: String?) {
  let bytes = Array((line + "\n").utf8)
  let text = bytes + [UInt8](repeating: 0, count: LineReader.margin)
  var cursor = JSONCursor(at: 0)
  var (result, reason): (Result?, String?)
  do throws(LineFault) {
    result = try step(&cursor, text.span)
  } catch {
    reason = error.reason
  }
  let rest = String(decoding: bytes[cursor.position..<bytes.count - 1], as: UTF8.self)
  return (result, rest, reason)
}

@Suite struct JSONCursorTests {
  @Test(arguments: [
    ("0", true), ("-0", true), ("10", true), ("-7", true), ("0.5", false), ("1e9", false),
    ("-1.25E-07", false), ("2e+3", false),
  ])
  func passesNumbers(number: String, isWhole: Bool) {
    let step = atCursor(number + ",") { cursor, text throws(LineFault) in
      try cursor.number(text).isWhole
    }
    #expect(step.result == isWhole && step.rest == ",")
  }

  @Test(arguments: [
    ("0", 0), ("-5", -5), ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
  ])
  func readsWholeNumbers(number: String, value: Int64) {
    let step = atCursor(number) { cursor, text throws(LineFault) -> Int64 in
      try cursor.whole(text, "x", from: .min)
    }
    #expect(step.result == value && step.rest.isEmpty)
  }

  @Test(arguments: ["-0", "1.0", "1e2", "9223372036854775808", "-9223372036854775809"])
  func refusesNumbersThatAreNotWhole(number: String) {
    let step = atCursor(number) { cursor, text throws(LineFault) -> Int64 in
      try cursor.whole(text, "x", from: .min)
    }
    #expect(step.reason == "x is another number; expected a whole number")
  }

  @Test(arguments: [
    ("\"a\"", "a string"), ("{}", "an object"), ("[]", "an array"), ("true", "a boolean"),
    ("null", "null"), ("-1", "a number"),
  ])
  func namesTheTypeItFound(value: String, type: String) {
    let step = atCursor(value) { cursor, text throws(LineFault) in
      throw cursor.wrongType(text, "x", "y")
    }
    #expect(step.reason == "x is \(type); expected y")
  }

  @Test(arguments: [
    ("", "column 1: the line ends; expected y"), ("\u{0}", "column 1: a NUL byte; expected y"),
    ("\u{1}", "column 1: a control character; expected y"),
    ("é", "column 1: a character outside a string; expected y"),
    ("?", "column 1: not JSON; expected y"),
  ])
  func namesTheByteItFound(text: String, reason: String) {
    let step = atCursor(text) { cursor, text throws(LineFault) in
      throw cursor.wrongType(text, "x", "y")
    }
    #expect(step.reason == reason)
  }
}

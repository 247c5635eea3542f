import CorpusFormats
import Testing

@Suite struct JSONLStreamedMessageTests {
  private func read(_ line: String, number: Int = 5) throws(FormatError) -> JSONL.StreamedMessage {
    try JSONL.streamedMessage(line.utf8.span, file: "standard input", number: number)
  }

  @Test func readsALine() throws {
    #expect(
      try read(#"{"conversation":"c","author":"a","time":"1970-01-01T00:00:01Z","text":"h\n😀"}"#)
        == .init(conversation: "c", author: "a", time: 1000, text: Array("h\n😀".utf8)))
    #expect(
      try read(#"{"conversation":"c","author":"a","time":12,"text":""}"#).time == 12)
  }

  @Test func orderSpacesUnknownMembersAndLineEndsAreFree() throws {
    let expected = JSONL.StreamedMessage(conversation: "c", author: "a", text: [0x78])
    for line in [
      #"{"text":"x","label":5,"author":"a","stage":[],"conv\u0065rsation":"c","time":null}"#,
      #" { "text" : "x" , "author" : "a" , "conversation" : "c" } "# + "\r\n",
    ] {
      #expect(try read(line) == expected)
    }
    #expect(
      try read("\u{feff}" + #"{"text":"x","author":"a","conversation":"c"}"#, number: 1) == expected
    )
  }

  @Test(arguments: [
    (#"{"author":"a","text":"x"}"#, "member 'conversation' is missing; expected a string"),
    (#"{"conversation":"c","text":"x"}"#, "member 'author' is missing; expected a string"),
    (#"{"conversation":"c","author":"a"}"#, "member 'text' is missing; expected a string"),
    (
      #"{"conversation":1,"author":"a","text":"x"}"#,
      "member 'conversation' is a number; expected a string"
    ),
    (
      #"{"conversation":"c","author":"a","text":[]}"#,
      "member 'text' is an array; expected a string"
    ),
    (
      #"{"conversation":"c","author":"a","text":"x","text":"y"}"#,
      "member 'text' stands there twice; expected it once"
    ),
    (
      #"{"conversation":"c","author":"a","text":"x","time":"now"}"#,
      "member 'time' is no date-time; expected one such as 2031-05-02T18:04:11Z"
    ),
    ("", "column 1: the line ends; expected one JSON object a line"),
    ("[]", "the line is an array; expected one JSON object a line"),
  ])
  func refusesWithThePlace(line: String, reason: String) {
    #expect(throws: FormatError(file: "standard input", line: 5, reason: reason)) {
      _ = try read(line)
    }
  }

  @Test func badTextIsRefused() {
    for text in [#"\ud800"#, #"\u0000"#, "\u{0}", "\u{1}"] {
      #expect(throws: FormatError.self) {
        _ = try read(#"{"conversation":"c","author":"a","text":"\#(text)"}"#)
      }
    }
    // A second line is text behind the object, not a second message.
    let line = #"{"conversation":"c","author":"a","text":"x"}"#
    #expect(throws: FormatError.self) { _ = try read(line + "\n" + line) }
  }
}

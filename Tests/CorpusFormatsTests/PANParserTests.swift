import Chat
import CorpusFormats
import Testing

@Suite struct PANParserTests {
  private static let rest = "<author>a</author><time>18:04</time><text>x</text>"

  @Test(arguments: [
    ("<time>18:04</time><text>x</text>", 5, "message without 'author'; expected one"),
    (
      "<author>a</author><time>18:04</time>", 5,
      "message without 'text'; expected one, possibly empty"
    ),
    ("<author></author><text>x</text>", 4, "empty 'author'; expected an author's id"),
    ("<author/><text>x</text>", 4, "empty 'author'; expected an author's id"),
    ("<author>a</author><time></time><text>x</text>", 4, "'time' is no time; expected HH:MM"),
    ("<author>a</author><time/><text>x</text>", 4, "'time' is no time; expected HH:MM"),
    ("<author>a</author><time>6:04</time><text>x</text>", 4, "'time' is no time; expected HH:MM"),
    ("<author>a</author><time>24:00</time><text>x</text>", 4, "'time' is no time; expected HH:MM"),
    (
      "<author>a</author><time>2031-05-02T18:04</time><text>x</text>", 4,
      "'time' is no time; expected HH:MM"
    ),
    (
      rest + "<author>b</author>", 4,
      "another element in a message; expected one author, time and text each"
    ),
    (
      rest + "<mood>x</mood>", 4,
      "another element in a message; expected one author, time and text each"
    ),
    (rest + "stray", 5, "text in a message; expected elements only"),
    ("<author>a<b/></author>", 4, "an element in a message's text; expected text only"),
    (#"<author x="1">a</author>"#, 4, "attributes in a message's elements; expected none"),
  ])
  func refusesBadMessages(message: String, line: Int, reason: String) throws {
    let error = try #require(refusalPAN(pan(message)), "\(message)")
    #expect(error.reason == reason)
    #expect(error.line == line, "\(message)")
  }

  @Test(arguments: [
    ("", "message without 'line' attribute; expected one"),
    (#"line="""#, "'line' is no number from 1; expected one"),
    (#"line="0""#, "'line' is no number from 1; expected one"),
    (#"line="1a""#, "'line' is no number from 1; expected one"),
    (#"line="99999999999999999999""#, "'line' is no number from 1; expected one"),
  ])
  func refusesBadLineNumbers(attributes: String, reason: String) throws {
    let error = try #require(refusalPAN(pan(Self.rest, attributes: attributes)))
    #expect(error.reason == reason && error.line == 3)
  }

  @Test(arguments: [
    (
      "<conversations><conversation><message/></conversation></conversations>",
      "conversation without 'id' attribute; expected one"
    ),
    (
      "<conversations><conversation id=\"c\">x</conversation></conversations>",
      "text in a conversation; expected elements only"
    ),
    (
      "<conversations><conversation id=\"c\"><x/></conversation></conversations>",
      "another element in a conversation; expected 'message'"
    ),
    (
      "<conversations><x/></conversations>",
      "another element in 'conversations'; expected 'conversation'"
    ),
    ("<conversations>x</conversations>", "text in 'conversations'; expected 'conversation'"),
    ("<html></html>", "another root element; expected 'conversations'"),
  ])
  func refusesOtherStructures(text: String, reason: String) {
    #expect(refusalPAN(text)?.reason == reason)
  }

  @Test func linesMustRiseAndAreKept() throws {
    let message = { (line: Int) in "<message line=\"\(line)\">\(Self.rest)</message>" }
    let file = { (lines: [Int]) in
      "<conversations><conversation id=\"c\">" + lines.map(message).joined()
        + "</conversation></conversations>"
    }
    #expect(
      refusalPAN(file([1, 2, 2]))?.reason
        == "'line' does not rise; expected the numbers of a conversation to rise")
    let (all, _) = try readPAN(file([1, 3, 7]), truth: "c\t3\n")
    #expect(
      all[0].conversation.messageExtras == [
        1: Array(#""attributes":{"line":"3"},"suspicious":true"#.utf8),
        2: Array(#""attributes":{"line":"7"}"#.utf8),
      ])
  }

  @Test func aMissingTimeIsAbsent() throws {
    let (all, _) = try readPAN(pan("<author>a</author><text>x</text>"))
    #expect(all[0].styles == [.absent] && all[0].times == [0])
  }
}

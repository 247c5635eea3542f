import Chat
import CorpusFormats
import Testing

@Suite struct ConversationParserMessagesTests {
  private static func message(_ members: String) -> String {
    #"{"id":"a","messages":[{\#(members)}]}"#
  }

  @Test(arguments: [
    (#""text":"x""#, "member 'author' is missing; expected a string"),
    (#""author":"a""#, "member 'text' is missing; expected a string"),
    ("", "member 'author' is missing; expected a string"),
    (#""author":"a","text":5"#, "member 'text' is a number; expected a string"),
    (#""author":"a","text":null"#, "member 'text' is null; expected a string"),
    (#""text":"x","author":["a"]"#, "member 'author' is an array; expected a string"),
    (#""author":"a","text":"x","text":"y""#, "member 'text' stands there twice; expected it once"),
    (
      #""author":"a","author":"a","text":"y""#,
      "member 'author' stands there twice; expected it once"
    ),
    (
      #""author":"a","time":true,"text":"x""#,
      "member 'time' is a boolean; expected an ISO 8601 date-time or integer milliseconds"
    ),
    (
      #""author":"a","time":"yesterday","text":"x""#,
      "member 'time' is no date-time; expected one such as 2031-05-02T18:04:11Z"
    ),
    (
      #""author":"a","time":"2031-02-30T18:04:11Z","text":"x""#,
      "member 'time' is no date-time; expected one such as 2031-05-02T18:04:11Z"
    ),
    (
      #""author":"a","time":1.5,"text":"x""#,
      "member 'time' is another number; expected a whole number"
    ),
    (
      #""author":"a","time":1e3,"text":"x""#,
      "member 'time' is another number; expected a whole number"
    ),
    (
      #""author":"a","time":9223372036854775808,"text":"x""#,
      "member 'time' is another number; expected a whole number"
    ),
    (
      #""author":"a","text":"x","session":0"#,
      "member 'session' is another number; expected a whole number from 1"
    ),
    (
      #""author":"a","text":"x","session":4294967296"#,
      "member 'session' is another number; expected a whole number from 1"
    ),
    (
      #""author":"a","text":"x","session":"1""#,
      "member 'session' is a string; expected a whole number from 1"
    ),
    (
      #""author":"a","text":"x","stage":"late""#,
      "member 'stage' has an unknown value; expected ordinary, contact, rapport, risk-check, "
        + "isolation, boundary-shift, approach, control or exit"
    ),
    (#""author":"a","text":"x","stage":3"#, "member 'stage' is a number; expected a string"),
    (#""author":"a","text":"x","signs":"threat""#, "member 'signs' is a string; expected an array"),
    (
      #""author":"a","text":"x","signs":[1]"#,
      "an element of member 'signs' is a number; expected a string"
    ),
    (
      #""author":"a","text":"x","cues":["kind"]"#,
      "an element of member 'cues' has an unknown value; expected adult-in-loop, verified-role, "
        + "open-channel, service-context, states-age, refuses, tells-trusted-adult, "
        + "third-party-intervenes or block-or-report"
    ),
    (
      #""author":"a","text":"x","signs":[],"signs":[]"#,
      "member 'signs' stands there twice; expected it once"
    ),
  ])
  func refusesEachKindOfBadMessage(members: String, reason: String) throws {
    let good = Self.message(#""author":"a","text":"x""#).replacing(#""a","m"#, with: #""b","m"#)
    let error = try #require(refusal(good + "\n" + Self.message(members) + "\n"), "\(members)")
    #expect(error.line == 2)
    #expect(error.reason == reason + " (message 1)", "\(members)")
  }

  @Test func theArrayIsCheckedToo() {
    #expect(
      refusal(#"{"id":"a","messages":[,]}"#)?.reason
        == "column 23: not JSON; expected an object (message 1)")
    #expect(
      refusal(#"{"id":"a","messages":[{"author":"a","text":""} {}]}"#)?.reason
        == "column 48: not JSON; expected ',' or ']'")
    #expect(
      refusal(#"{"id":"a","messages":["x"]}"#)?.reason
        == "an element of member 'messages' is a string; expected an object (message 1)")
  }

  /// Every order of the members of a message, with and without spaces, gives the same message.
  @Test func membersMayStandInAnyOrder() throws {
    let members = [
      #""author":"a""#, #""time":"2031-05-02T18:04:11Z""#, #""text":"t""#, #""session":3"#,
      #""stage":"exit""#, #""signs":["threat"]"#, #""cues":["refuses"]"#,
    ]
    let expected = try readAll(Self.message(members.joined(separator: ",")))
    var random = Random(seed: 1)
    for round in 0..<200 {
      var rest = members
      var order: [String] = []
      while !rest.isEmpty { order.append(rest.remove(at: random.below(rest.count))) }
      if random.chance(50) {
        order = order.map { $0.replacing(":", with: " : ", maxReplacements: 1) }
      }
      let line = Self.message(order.joined(separator: random.chance(50) ? "," : " ,\t"))
      #expect(try readAll(line) == expected, "round \(round): \(line)")
    }
  }

  @Test func participantsMayStandBehindTheMessages() throws {
    let line =
      #"{"messages":[{"text":"x","author":"b"}],"participants":[{"id":"b"}],"id":"c"}"#
    let whole = try #require(try readAll(line).first)
    #expect(whole.conversation.participants == [Participant(id: "b")])
    #expect(whole.authors == ["b"])
  }

  @Test func manyMessagesAndAuthors() throws {
    let count = 100_000
    var line = Array(#"{"id":"a","messages":["#.utf8)
    for index in 0..<count {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      line += Array(#"{"author":"author number \#(index % 5000)","text":"m\#(index)"}"#.utf8)
    }
    line += Array("]}".utf8)
    let whole = try #require(try readAll(bytes: line).first)
    #expect(whole.texts.count == count)
    #expect(whole.conversation.authors.count == 5000)
    #expect(whole.conversation.authors[4999] == "author number 4999")
    #expect(whole.authors[54_321] == "author number 4321")
    #expect(whole.text[99_999] == "m99999")
  }
}

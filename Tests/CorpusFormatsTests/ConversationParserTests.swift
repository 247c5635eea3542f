import CorpusFormats
import Testing

@Suite struct ConversationParserTests {
  private static func message(_ members: String) -> String {
    #"{"id":"a","messages":[{\#(members)}]}"#
  }

  @Test(arguments: [
    (#"{"messages":[]}"#, "member 'id' is missing; expected a string"),
    (#"{"id":"a"}"#, "member 'messages' is missing; expected an array"),
    (#"{"id":null,"messages":[]}"#, "member 'id' is null; expected a string"),
    (#"{"id":7,"messages":[]}"#, "member 'id' is a number; expected a string"),
    (#"{"id":"a","messages":{}}"#, "member 'messages' is an object; expected an array"),
    (#"{"id":"a","messages":null}"#, "member 'messages' is null; expected an array"),
    (
      #"{"id":"a","label":"spam","messages":[]}"#,
      "member 'label' has an unknown value; expected grooming, benign or insufficient-evidence"
    ),
    (#"{"id":"a","label":1,"messages":[]}"#, "member 'label' is a number; expected a string"),
    (
      #"{"id":"a","split":"dev","messages":[]}"#,
      "member 'split' has an unknown value; expected train, validation, test, test-iid, "
        + "test-scenario, test-length or test-language"
    ),
    (
      #"{"id":"a","kind":"odd","messages":[]}"#,
      "member 'kind' has an unknown value; expected grooming, hard-negative or ordinary"
    ),
    (#"{"id":"a","group":[],"messages":[]}"#, "member 'group' is an array; expected a string"),
    (#"{"id":"a","locale":true,"messages":[]}"#, "member 'locale' is a boolean; expected a string"),
    (#"{"id":"a","pair":0,"messages":[]}"#, "member 'pair' is a number; expected a string"),
    (
      #"{"id":"a","families":"f","messages":[]}"#,
      "member 'families' is a string; expected an array"
    ),
    (
      #"{"id":"a","families":[null],"messages":[]}"#,
      "an element of member 'families' is null; expected a string"
    ),
    (
      #"{"id":"a","seed":-1,"messages":[]}"#,
      "member 'seed' is another number; expected a whole number"
    ),
    (
      #"{"id":"a","seed":1.5,"messages":[]}"#,
      "member 'seed' is another number; expected a whole number"
    ),
    (
      #"{"id":"a","seed":18446744073709551616,"messages":[]}"#,
      "member 'seed' is another number; expected a whole number"
    ),
    (
      #"{"id":"a","onset":0,"messages":[]}"#,
      "member 'onset' is another number; expected a whole number from 1"
    ),
    (
      #"{"id":"a","decidable":"x","messages":[]}"#,
      "member 'decidable' is a string; expected a whole number from 1"
    ),
    (
      #"{"id":"a","knownOffline":1,"messages":[]}"#,
      "member 'knownOffline' is a number; expected true or false"
    ),
    (
      #"{"id":"a","participants":{},"messages":[]}"#,
      "member 'participants' is an object; expected an array"
    ),
    (
      #"{"id":"a","participants":["x"],"messages":[]}"#,
      "an element of member 'participants' is a string; expected an object"
    ),
    (
      #"{"id":"a","participants":[{"role":1}],"messages":[]}"#,
      "member 'role' of a participant is a number; expected a string"
    ),
    (
      #"{"id":"a","participants":[{"id":"a","id":"b"}],"messages":[]}"#,
      "member 'id' stands there twice; expected it once"
    ),
    (#"{"id":"a","id":"b","messages":[]}"#, "member 'id' stands there twice; expected it once"),
    (
      #"{"id":"a","messages":[],"messag\u0065s":[]}"#,
      "member 'messages' stands there twice; expected it once"
    ),
    (#"["id"]"#, "the line is an array; expected one JSON object a line"),
    (#""id""#, "the line is a string; expected one JSON object a line"),
    ("{", "column 2: the line ends; expected a key in quotes"),
    (#"{"id""#, "column 6: the line ends; expected ':'"),
    (#"{"id":"a" "messages":[]}"#, "column 11: not JSON; expected ',' or '}'"),
    (#"{"id":"a","messages":[],}"#, "column 25: not JSON; expected a key in quotes"),
    (
      #"{"id":"a","messages":[]} x"#,
      "column 26: text behind the object; expected one JSON object a line"
    ),
    (
      #"{"id":"a","messages":[]}{"id":"b","messages":[]}"#,
      "column 25: text behind the object; expected one JSON object a line"
    ),
    (#"{id:"a","messages":[]}"#, "column 2: not JSON; expected a key in quotes"),
    (#"{'id':"a","messages":[]}"#, "column 2: not JSON; expected a key in quotes"),
  ])
  func refusesEachKindOfBadConversation(line: String, reason: String) throws {
    let error = try #require(refusal("\n" + line + "\n"), "\(line)")
    #expect(error.line == 2)
    #expect(error.reason == reason, "\(line)")
  }

  @Test func chatTextNeverStandsInAnError() throws {
    let secret = "correct horse battery"
    for line in [
      Self.message(#""author":"a","text":"\#(secret)","stage":"\#(secret)""#),
      Self.message(#""author":"a","time":"\#(secret)","text":"""#),
      #"{"id":"a","label":"\#(secret)","messages":[]}"#, #"{"id":"a" \#(secret)}"#, secret,
    ] {
      #expect(try #require(refusal(line)).description.contains("horse") == false)
    }
  }
}

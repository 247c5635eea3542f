import Testing

@testable import Experiments

@Suite struct JSONTextTests {
  @Test(
    arguments: [
      (JSONText.null, "null"), (.bool(true), "true"), (.integer(-3), "-3"), (.number(0.5), "0.5"),
      (.number(2), "2"), (.number(.nan), "null"), (.number(.infinity), "null"),
      (.number(1e-7), "1e-07"), (.string("a\"b\\\n\u{1}é"), #""a\"b\\\n\u0001é""#),
      (.array([.integer(1), .null]), "[1,null]"),
      (.object([("b", .integer(1)), ("a", .raw("{}"))]), #"{"b":1,"a":{}}"#),
      (.optional(nil as Double?), "null"), (.optional("x"), #""x""#),
    ] as [(JSONText, String)])
  func valuesHaveOneText(_ value: JSONText, _ text: String) {
    #expect(value.text == text)
  }
}

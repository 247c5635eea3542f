import CorpusFormats
import Testing

@Suite struct JSONCursorSkippingTests {
  @Test func nesting() throws {
    func line(_ depth: Int) -> String {
      // The object of the line is the first level.
      #"{"id":"a","messages":[],"x":"# + String(repeating: "[", count: depth - 1)
        + String(repeating: "]", count: depth - 1) + "}"
    }
    #expect(try readAll(line(128)).count == 1)
    #expect(refusal(line(129))?.reason.contains("deeper than 128") == true)
    #expect(refusal(line(100_000))?.reason.contains("deeper than 128") == true)
    let object =
      #"{"id":"a","messages":[{"author":"a","text":"","x":"#
      + String(repeating: #"{"y":"#, count: 126) + "1" + String(repeating: "}", count: 126) + "}]}"
    #expect(refusal(object)?.reason.contains("deeper than 128") == true)
  }

  @Test(arguments: [
    "01", "-", "1.", "1e", "1e+", ".5", "+1", "-01", "0x1", "NaN", "Infinity", "tru", "nul",
    "falsy",
    "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}", "{,}", "[", "{", "\"",
  ])
  func valuesNobodyKnowsAreCheckedToo(value: String) {
    #expect(refusal(#"{"id":"a","messages":[],"x":\#(value)}"#) != nil, "\(value)")
    #expect(refusal(#"{"id":"a","messages":[{"author":"a","text":"","x":\#(value)}]}"#) != nil)
  }
}

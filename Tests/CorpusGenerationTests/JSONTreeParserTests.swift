import Testing

@testable import CorpusGeneration

@Suite struct JSONTreeParserTests {
  private func document(_ text: String) throws -> JSONTree {
    var parser = JSONTreeParser(SourceFile(path: "x.json", text: text))
    return try parser.document()
  }

  @Test func values_carry_the_line_they_begin_on() throws {
    let tree = try document("\n[\n  true,\n  {\"a\": \"b\"}\n]\n")
    #expect(tree.line == 2)
    #expect(try tree.elements().map(\.line) == [3, 4])
    #expect(try tree.elements()[0].flag())
  }

  @Test func nesting_ends_at_32_levels() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try document(nested(32))
    #expect(failure { _ = try document(nested(33)) } == "x.json:1: expected at most 32 levels")
  }

  @Test(arguments: [
    ("\"\\ud83d\\u0041\"", "an unpaired surrogate in a string"),
    ("\"\\u12g4\"", "expected four hex digits after '\\u'"),
    ("\"\\", "expected a character after '\\'"), ("\"a\nb\"", "a string holds a control character"),
    ("{1: 2}", "expected a key"), ("", "expected a value, found the end of the file"),
  ]) func refuses(text: String, reason: String) {
    #expect(failure { _ = try document(text) } == "x.json:1: " + reason)
  }
}

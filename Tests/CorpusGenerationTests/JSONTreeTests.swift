import Testing

@testable import CorpusGeneration

@Suite struct JSONTreeTests {
  private func tree(_ text: String) throws -> JSONTree {
    return try JSONTree(SourceFile(path: "x.json", text: text))
  }

  @Test func reads_values_with_their_lines() throws {
    let tree = try tree("{\n \"a\": [1, 2.5, -3e2],\n \"b\": \"x\\n\\u00e9\\ud83d\\ude42\"\n}")
    #expect(try tree.member("a").numbers(in: -1000...1000) == [1, 2.5, -300])
    #expect(try tree.member("b").text() == "x\né🙂")
    #expect(try tree.member("b").line == 3)
  }

  @Test(arguments: [
    ("[1,]", "1: expected a value"), ("{\"a\" 1}", "1: expected ':' after the key"),
    ("[1\n2]", "2: expected ',' or ']'"), ("\"a", "1: expected '\"' at the end of the string"),
    ("[] []", "1: expected the end of the file"), ("\"\\ud800\"", "1: an unpaired surrogate"),
    ("tru", "1: expected a value"), ("\"\\x\"", "1: unknown escape in a string"),
  ]) func refuses(text: String, reason: String) {
    #expect(failure { _ = try tree(text) }?.contains("x.json:" + reason) == true)
  }

  @Test func a_key_may_stand_once() {
    let reason = failure { _ = try tree("{\"a\":1,\n\"a\":2}").members() }
    #expect(reason?.contains(":2: key 'a' stands twice") == true)
  }
}

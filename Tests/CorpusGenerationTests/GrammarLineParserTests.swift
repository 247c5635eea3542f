import Testing

@testable import CorpusGeneration

@Suite struct GrammarLineParserTests {
  private func parse(_ line: String) throws -> GrammarFile.Alternative {
    var parser = GrammarLineParser(Array(line.utf8), file: "f", line: 3)
    return try parser.alternative()
  }

  @Test func weights_stand_before_the_text() throws {
    #expect(try parse("12 | hello").weight == 12)
    #expect(try parse("  hello").weight == 1)
  }

  @Test func brackets_nest_and_backslashes_take_them_literally() throws {
    #expect(try parse("a [b (c/d)]").nodes.count == 2)
    #expect(try parse("<rule> and {slot}").nodes.count == 3)
    #expect(try parse(#"a\/b"#).nodes.count == 1)
  }

  @Test(arguments: [
    ("", "an empty alternative"), ("(a)", "a choice with one member"), ("[]", "an empty option"),
    ("a) b", "without its opening bracket"), ("<rule", "expected '>'"), ("meet at 7", "a digit"),
    ("the end.", "a final full stop"), ("0 | a", "a weight from 1 to 1000"),
    (String(repeating: "[a", count: 17), "at most 16 nested"),
  ])
  func mistakes_are_said_with_their_line(_ line: String, _ says: String) {
    #expect {
      try parse(line)
    } throws: { error in
      "\(error)".hasPrefix("f:3: ") && "\(error)".contains(says)
    }
  }
}

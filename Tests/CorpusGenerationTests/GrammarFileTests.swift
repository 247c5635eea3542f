import Testing

@testable import CorpusGeneration

@Suite struct GrammarFileTests {
  private func parse(_ text: String) throws -> GrammarFile {
    return try GrammarFile(SourceFile(path: "x.grammar", text: text))
  }

  @Test func reads_rules_weights_and_brackets() throws {
    let file = try parse(
      """
      # a comment
      pool train

      start:
        2 | well [that (is/was [not]) ok] {thing}
        take \\(this\\) <other>
      other:
        one more
      """)
    #expect(file.rules.map(\.name) == ["start", "other"])
    #expect(file.rules[0].alternatives.map(\.weight) == [2, 1])
    #expect(file.rules[0].alternatives.map(\.line) == [5, 6])
    guard case .text(let text) = file.rules[0].alternatives[1].nodes[0] else {
      Issue.record("expected a text")
      return
    }
    #expect(text == Array("take (this) ".utf8))
  }

  @Test(arguments: [
    ("pool training\n", "1: unknown pool; expected train, validation, test or shared"),
    ("start:\n  x\n", "1: a rule before any 'pool …' line"),
    ("pool train\n  x\n", "2: an alternative before any rule; expected 'name:' first"),
    ("pool train\nstart:\n", "2: rule 'start' has no alternative"),
    ("pool train\nStart:\n  x\n", "2: expected 'pool …', 'name:' or an indented alternative"),
    ("pool train\na:\n  x\na:\n  y\n", "4: rule 'a' stands twice in pool train (first on line 2)"),
    ("pool train\na:\n  at 5 pm\n", "3: a digit; expected words only"),
    ("pool train\na:\n  (x/y\n", "3: expected ')' before the end of the line"),
    ("pool train\na:\n  x]\n", "3: ']' without its opening bracket"),
    ("pool train\na:\n  (x)\n", "3: a choice with one member; expected '(a/b)'"),
    ("pool train\na:\n  []\n", "3: an empty option '[]'; expected text"),
    ("pool train\na:\n  <b c>\n", "3: expected a name of lower-case letters, digits and '-'"),
    ("pool train\na:\n  1001 | x\n", "3: expected a weight from 1 to 1000"),
    ("pool train\na:\n  0 | x\n", "3: expected a weight from 1 to 1000"),
    ("pool train\na:\n  all done.\n", "3: a final full stop; expected none"),
    ("pool train\na:\n\tx\n", "3: a tab or control character"),
    ("pool train\na:\n  x \\n\n", "3: expected one of <>[](){}/|\\ after '\\'"),
  ]) func refuses(text: String, reason: String) {
    let found = failure { _ = try parse(text) }
    #expect(found?.contains("x.grammar:" + reason) == true, "\(found ?? "nothing")")
  }
}

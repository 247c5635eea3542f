import Benchmarking
import Testing

struct HistoryErrorTests {
  /// Where, what, and what was expected.
  @Test(arguments: [
    (
      HistoryError.badLine(path: "p.jsonl", line: 3, problem: "no 'unit'", expected: "one"),
      "p.jsonl:3: no 'unit'; expected one"
    ),
    (
      .tornLine(path: "p.jsonl", line: 4),
      "p.jsonl:4: half a line, its writing was interrupted; expected it to be removed "
        + "(the next append does so)"
    ),
    (
      .badValue(name: "cpu read", problem: "'date' is empty", expected: "a date"),
      "'cpu read': 'date' is empty; expected a date, and nothing was written"
    ),
    (
      .file(path: "p.jsonl", reason: "Permission denied"),
      "p.jsonl: Permission denied; expected a file it may use"
    ),
  ])
  func everyErrorIsASentence(_ error: HistoryError, _ sentence: String) {
    #expect(error.description == sentence)
  }
}

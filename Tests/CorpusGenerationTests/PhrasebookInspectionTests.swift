import Testing

@testable import CorpusGeneration

@Suite struct PhrasebookInspectionTests {
  /// What the inspection says of the small language with one file replaced.
  private func inspect(_ files: [String: String] = [:]) throws -> String? {
    let miniature = try Miniature(files)
    return try withExtendedLifetime(miniature) {
      let book = try PhrasebookCompiler.compile(folder: miniature.grammars)
      let inspection = PhrasebookInspection(book, gate: try ContentGate(locale: "en"))
      return failure { try inspection.run() }
    }
  }

  private func tails(_ line: String) -> [String: String] {
    ["en/ordinary/tail.grammar": Miniature.sections { _ in "tail:\n  and so on\n  \(line)" }]
  }

  @Test func the_small_language_passes() throws {
    #expect(try inspect() == nil)
  }

  @Test func an_alternative_that_is_too_long_is_told_with_its_line() throws {
    let words = Array(repeating: "word", count: 11).joined(separator: " ")
    let reason = try #require(try inspect(tails(words)))
    #expect(reason.contains("tail.grammar:5: the alternative gives 11.0 words on average"))
    #expect(reason.contains("expected 1 to 10"))
    #expect(try inspect(tails(words.dropLast(5).description)) == nil)
  }

  @Test func texts_that_the_gate_refuses_are_told_by_place_alone() throws {
    let reason = try #require(try inspect(tails("see you at example.com")))
    #expect(reason.contains("tail.grammar:5"))
    #expect(!reason.contains("example"))
  }

  @Test func bounds_follow_the_kind_of_act() {
    #expect(PhrasebookInspection.bounds(Act.opener, short: false) == 1...4)
    #expect(PhrasebookInspection.bounds(0, short: true) == 1...4)
    #expect(PhrasebookInspection.bounds(0, short: false) == 3...13)
  }
}

import Testing

@testable import CorpusGeneration

@Suite struct PhrasebookCollisionTests {
  private func book(_ lines: String) throws -> Phrasebook {
    let grammar = Miniature.sections { _ in "thanks:\n" + lines }
    let miniature = try Miniature(["en/ordinary/thanks.grammar": grammar])
    return try PhrasebookCompiler.compile(folder: miniature.grammars)
  }

  private func sum(_ book: Phrasebook) -> Double {
    book.realisations().first { $0.rule == "thanks" && $0.pool == "train" }?.sumOfSquares ?? -1
  }

  @Test func small_grammars_by_hand() throws {
    #expect(try sum(book("  thank you all\n  cheers to you")) == 0.5)
    #expect(try sum(book("  3 | thank you all\n  cheers to you")) == 0.625)
    #expect(try sum(book("  thanks (a/b/c) [x] now")) == 1.0 / 6)
    // {when} has two fillers and keeps its value: the second one adds nothing.
    #expect(try sum(book("  {when} or {when} thanks")) == 0.5)
    // {thing} is topical: two fillers in each of two topics.
    #expect(try sum(book("  thanks for {thing}")) == 0.25)
  }

  /// The brute force: Σp² from the exact chances of all derivations, here counted in many draws.
  @Test func agrees_with_enumeration() throws {
    let book = try book(
      "  4 | thanks <who> {when}\n  cheers <who> [and {when}] (now/then/later on)\nwho:\n  you\n"
        + "  2 | my [dear] friend")
    let act = Act.names.firstIndex(of: "thanks") ?? 0
    let draws = 40_000
    let counts = Realiser(book).counts(
      book.start(act, short: false, pool: 0), pool: .train, draws: draws)
    let found = counts.values.reduce(0.0) {
      $0 + Double($1) / Double(draws) * Double($1) / Double(draws)
    }
    // By hand: ("thanks" .8)² · who · 1/2 + (.2)² · who · (1/4 + 1/4 · 1/2) · 1/3
    let who = 1.0 / 9 + 4.0 / 9 / 2
    let exact = 0.64 * who / 2 + 0.04 * who * 0.375 / 3
    #expect(abs(sum(book) - exact) < 1e-15)
    #expect(abs(found - exact) < 0.006)
    #expect(counts.count == 6 + 27)
  }
}

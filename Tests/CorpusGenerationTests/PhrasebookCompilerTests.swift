import Testing

@testable import CorpusGeneration

@Suite struct PhrasebookCompilerTests {
  /// The sentence of the failure when one file of the miniature is replaced.
  private func reason(_ file: String, _ text: String) throws -> String? {
    let miniature = try Miniature(["en/" + file: text])
    let found = failure { _ = try miniature.generator() }
    return found.map { String($0.dropFirst(miniature.grammars.count + 1)) }
  }

  private func thanks(_ lines: String) -> String {
    Miniature.sections { _ in "thanks:\n" + lines }
  }

  @Test func names_file_and_line_of_a_mistake() throws {
    let file = "ordinary/thanks.grammar"
    #expect(
      try reason(file, thanks("  thank you <very>"))
        == file + ":4: unknown rule '<very>' in pool train; expected one of this file or of "
        + "common.grammar")
    #expect(
      try reason(file, thanks("  many thanks {whom}"))?
        .hasPrefix(file + ":4: unknown slot '{whom}'; expected one of thing, things,") == true)
    #expect(
      try reason(file, thanks("  many thanks <a>\na:\n  so <b>\nb:\n  and <a>"))
        == file + ":8: rule '<a>' refers back to itself in a circle")
    #expect(
      try reason(file, thanks("  many thanks Bob"))?
        .hasPrefix(file + ":4: a capital letter; expected lower case") == true)
    #expect(
      try reason(file, thanks("  she wrote {quote}")) == file
        + ":4: slot '{quote}' outside of a frame")
    #expect(
      try reason(file, thanks("  thanks"))
        == file + ":4: the alternative gives 1.0 words on average; expected 3 to 13")
    #expect(
      try reason(file, "pool train\nthanks:\n  many thanks to you\n")
        == file + ": start rule 'thanks' is missing in pool validation")
    #expect(
      try reason("ordinary/thank.grammar", "")?
        .hasPrefix("ordinary/thank.grammar: no such act; expected one of greeting.grammar,") == true
    )
  }

  @Test func the_gate_stops_a_grammar_before_a_byte_is_written() throws {
    #expect(
      try reason(
        "ordinary/thanks.grammar", thanks("  thanks for the lift\n  a seat in the bedroom"))
        == "ordinary/thanks.grammar:5 (vocabulary between an adult and a minor): the content gate "
        + "refused the text; nothing was written")
    // Neither word alone is refused: only what stands side by side.
    #expect(
      try reason(
        "ordinary/thanks.grammar",
        thanks("  thanks, she is five <unit> now\nunit:\n  years old\n  metres up"))?
        .hasPrefix("ordinary/thanks.grammar:4 (age under eighteen)") == true)
  }

  @Test func rules_are_found_in_the_pool_then_shared_then_common() throws {
    let text = Miniature.sections { pool in
      "thanks:\n  thanks for <what> again\nwhat:\n  the \(pool) pen\n"
    }
    let miniature = try Miniature([
      "en/ordinary/thanks.grammar": text,
      "en/common.grammar": "pool shared\nsoft:\n  well\nwhat:\n  nothing\n",
    ])
    let book = try PhrasebookCompiler.compile(folder: miniature.grammars)
    let act = Act.names.firstIndex(of: "thanks") ?? 0
    for pool in Pool.split {
      #expect(
        Realiser(book).texts(book.start(act, short: false, pool: pool.rawValue), pool: pool)
          == ["thanks for the \(pool.name) pen again"])
    }
  }
}

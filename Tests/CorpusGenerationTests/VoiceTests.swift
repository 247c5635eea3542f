import Testing

@testable import CorpusGeneration

@Suite struct VoiceTests {
  private func texts(_ alternative: String) throws -> Set<String> {
    let grammar = Miniature.sections { _ in
      "thanks:\n  \(alternative)\npad:\n  a\n"
    }
    let miniature = try Miniature(["en/ordinary/thanks.grammar": grammar])
    let book = try PhrasebookCompiler.compile(folder: miniature.grammars)
    let act = Act.names.firstIndex(of: "thanks") ?? 0
    return Realiser(book).texts(book.start(act, short: false, pool: 0), pool: .train)
  }

  @Test func options_and_choices_leave_single_blanks() throws {
    #expect(
      try texts("thanks (a lot/) [really] friend") == [
        "thanks a lot friend", "thanks friend", "thanks a lot really friend",
        "thanks really friend",
      ])
    #expect(try texts("thanks [so much], you") == ["thanks, you", "thanks so much, you"])
    #expect(
      try texts("thank you (all/) [now]?") == [
        "thank you all now?", "thank you all?", "thank you now?", "thank you?",
      ])
  }

  @Test func a_slot_keeps_its_value_within_a_message() throws {
    let texts = try texts("{when} or {when} thanks")
    #expect(texts == ["later or later thanks", "soon or soon thanks"])
  }
}

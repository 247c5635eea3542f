import Testing

@testable import CorpusGeneration

@Suite struct GenerationErrorTests {
  @Test func sentences_say_where_and_what() {
    let reason = "expected a weight"
    #expect(
      GenerationError.invalid(file: "a.grammar", line: 7, reason: reason).description
        == "a.grammar:7: expected a weight")
    #expect(
      GenerationError.invalid(file: "a.grammar", line: nil, reason: reason).description
        == "a.grammar: expected a weight")
    #expect(GenerationError.unreadable(path: "p", reason: "gone").description == "p: gone")
    #expect(GenerationError.contentGate(place: "c1").description.hasPrefix("c1: "))
  }
}

import CorpusFormats
import Testing

@Suite struct FormatErrorTests {
  @Test func descriptionSaysWhereAndWhat() {
    #expect(FormatError(file: "a.jsonl", line: 17, reason: "r").description == "a.jsonl:17: r")
    #expect(FormatError(file: "a.jsonl", reason: "r").description == "a.jsonl: r")
  }
}

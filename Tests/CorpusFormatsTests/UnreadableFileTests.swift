import CorpusFormats
import Testing

@Suite struct UnreadableFileTests {
  @Test func descriptionSaysWhichAndWhy() {
    let error = UnreadableFile(path: "a.jsonl", reason: "No such file or directory")
    #expect(error.description == "a.jsonl: No such file or directory")
  }
}

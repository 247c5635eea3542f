import CorpusFormats
import Testing

@Suite struct PAN2012TruthListTests {
  @Test func bothFormsAreRead() throws {
    let authors = TemporaryFile("ann\nbob\r\nann\n", name: "truth")
    #expect(try PAN2012.truth(path: authors.path) == .authors(["ann", "bob"]))
    let lines = TemporaryFile("c1\t3\nc2\t1\nc1\t5\n", name: "truth")
    #expect(try PAN2012.truth(path: lines.path) == .lines(["c1": [3, 5], "c2": [1]]))
  }

  @Test func aFileOfNothingIsRefused() {
    let file = TemporaryFile("\n", name: "truth")
    #expect(throws: FormatError.self) { try PAN2012.truth(path: file.path) }
  }
}

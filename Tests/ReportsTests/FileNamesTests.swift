import Testing

@testable import Reports

@Suite struct FileNamesTests {
  @Test(arguments: [
    ("everyday", "everyday"), ("<script>", "script-"), ("../../etc/passwd", "etc-passwd"),
    ("...", "corpus"), ("", "corpus"), ("größe", "gr----e"), ("a b/c", "a-b-c"),
  ]) func everyNameIsPlain(text: String, name: String) {
    var names = FileNames()
    #expect(names.name(for: text) == name)
  }

  @Test func noNameIsGivenTwice() {
    var names = FileNames()
    #expect(
      ["a/b", "a b", "A-B", "a-b-2"].map { names.name(for: $0) } == [
        "a-b", "a-b-2", "A-B-3", "a-b-2-2",
      ])
  }

  @Test func aLongNameIsCut() {
    var names = FileNames()
    #expect(names.name(for: String(repeating: "x", count: 500)).count == 60)
  }
}

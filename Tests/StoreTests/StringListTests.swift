import SQLite
import Testing

@testable import Store

struct StringListTests {
  private func strings(_ text: String) -> [String]? {
    StringList.strings(Array(text.utf8).span)
  }

  @Test func anExample() {
    #expect(StringList.text(["anna", "b\"c"]) == Array(#"["anna","b\"c"]"#.utf8))
    #expect(strings(#"["anna","b\"c"]"#) == ["anna", "b\"c"])
    #expect(strings("[]") == [])
    #expect(strings(#"[""]"#) == [""])
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func comesBackEqualAndIsJSON(seed: UInt64) throws {
    var corpus = RandomCorpus(seed: seed)
    let list = (0..<Int(seed % 5)).map { _ in corpus.string() }
    let text = StringList.text(list)
    #expect(StringList.strings(text.span) == list, "seed \(seed)")
    let connection = try Connection(path: ":memory:")
    // SQLite's own JSON ends a string at the character 0, which no corpus may hold.
    let plain = list.map { $0.filter { $0 != "\0" } }
    let elements = try connection.all(
      "SELECT value FROM json_each(?)",
      [.text(String(decoding: StringList.text(plain), as: UTF8.self))]
    ) { $0.text(0) }
    #expect(elements == plain, "seed \(seed)")
  }

  @Test(arguments: [
    "", "[", "]", "x", "[1]", #"["a"#, #"["a]"#, #"["a",]"#, #"["a" "b"]"#, #"["a"]x"#, #"["\"]"#,
    #"["\q"]"#, #"["\u00"]"#, #"["\u0041\"]"#, #"["\u1234"]"#, #"["a",]"#, "[,]", #"["a"]]"#,
  ])
  func anotherTextIsNoList(text: String) {
    #expect(strings(text) == nil)
  }
}

import Chat
import Testing

@testable import CorpusFormats

@Suite struct NameTableTests {
  private func find(_ name: String, in table: NameTable) -> Int? {
    let bytes = Array(name.utf8) + Array(repeating: UInt8(ascii: "x"), count: NameTable.margin)
    return table.find(bytes.span, 0..<name.utf8.count)
  }

  @Test func findsEveryNameAndNoOther() {
    for table in [
      NameTable(Sign.self), NameTable(Stage.self), NameTable(Cue.self), NameTable(Split.self),
    ] {
      for (index, name) in table.names.enumerated() {
        #expect(find(name, in: table) == index)
        for other in [name + "s", String(name.dropLast()), name.uppercased(), "x" + name] {
          #expect(find(other, in: table) == table.names.firstIndex(of: other))
        }
      }
      #expect(find("", in: table) == nil)
      #expect(find(String(repeating: "x", count: 30), in: table) == nil)
    }
  }

  @Test func listsItsNames() {
    #expect(NameTable(["a"]).list == "a")
    #expect(NameTable(["a", "b"]).list == "a or b")
    #expect(NameTable(["a", "b", "c"]).list == "a, b or c")
  }
}

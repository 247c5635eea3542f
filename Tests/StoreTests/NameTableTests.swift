import Testing

@testable import Store

struct NameTableTests {
  private func index(of name: String, in table: inout NameTable) -> Int? {
    Array(name.utf8).withUnsafeBufferPointer { table.index(of: $0) }
  }

  @Test(arguments: [0, 1, 2, 16, 17, 100])
  func findsEveryName(count: Int) {
    let names = (0..<count).map { String(repeating: "n", count: $0 % 5) + "\($0)" }
    var table = NameTable(names)
    #expect(table.count == count)
    for round in 0..<2 {
      for (position, name) in names.enumerated() {
        #expect(index(of: name, in: &table) == position, "round \(round)")
        #expect(table[position] == name)
      }
    }
    #expect(index(of: "none", in: &table) == nil)
    #expect(index(of: "", in: &table) == nil)
  }

  @Test func theFirstOfEqualNamesCounts() {
    var table = NameTable(["a", "", "a"])
    #expect(index(of: "a", in: &table) == 0)
    #expect(index(of: "", in: &table) == 1)
    var many = NameTable((0..<40).map { "\($0 % 20)" })
    for name in 0..<20 { #expect(index(of: "\(name)", in: &many) == name) }
  }

  @Test func takesOtherNames() {
    var table = NameTable((0..<30).map(String.init))
    table.replace(with: ["x"])
    #expect(index(of: "0", in: &table) == nil)
    #expect(index(of: "x", in: &table) == 0)
  }

  @Test func namesThatBeginAlikeAreToldApart() {
    let long = "abcdefghijkl"
    let beginnings = (0...long.count).map { String(long.prefix($0)) }
    let names = beginnings + ["abcdefghX", "abcX", "Xbc", "é"]
    var table = NameTable(Array(names.prefix(8)))
    for name in names {
      #expect(index(of: name, in: &table) == names.prefix(8).firstIndex(of: name))
    }
    table.replace(with: Array(names.suffix(9)))
    for name in names {
      #expect(index(of: name, in: &table) == names.suffix(9).map { $0 }.firstIndex(of: name))
    }
    // Nothing of a name but its bytes: a zero is a byte as well.
    table.replace(with: ["a", "a\u{0}"])
    #expect(index(of: "a", in: &table) == 0)
    #expect(index(of: "a\u{0}", in: &table) == 1)
  }
}

import Testing

@testable import CorpusFormats

@Suite struct ByteStringTableTests {
  @Test func numbersFollowTheFirstAppearance() {
    var table = ByteStringTable()
    let text = Array("abcab".utf8)
    let numbers = [0..<2, 2..<3, 3..<5, 1..<1, 0..<1, 1..<1].map { range in
      table.insert(text.span, range).index
    }
    #expect(numbers == [0, 1, 0, 2, 3, 2])
    #expect(table.count == 4)
    #expect(table.string(0) == "ab" && table.string(2) == "")
    let found = table.find(text.span, 3..<5)
    let missing = table.find(text.span, 0..<5)
    #expect(found == 0 && missing == nil)
  }

  @Test(arguments: [3, 10, 17, 40, 5000])
  func behavesLikeADictionary(names: Int) {
    var table = ByteStringTable()
    // The second round proves that nothing of the first is left.
    for round in 0..<2 {
      var expected: [String: Int] = [:]
      var random = Random(seed: UInt64(names + round))
      for _ in 0..<names * 2 {
        let name = "name \(random.below(names))" + (round == 0 ? "" : "!")
        let (index, isNew) = table.insert(Array(name.utf8).span, 0..<name.utf8.count)
        #expect(isNew == (expected[name] == nil))
        #expect(index == expected[name, default: expected.count])
        expected[name] = index
      }
      #expect(table.count == expected.count)
      for (name, index) in expected { #expect(table.string(index) == name) }
      table.removeAll()
      #expect(table.count == 0)
      for name in expected.keys {
        let found = table.find(Array(name.utf8).span, 0..<name.utf8.count)
        #expect(found == nil)
      }
    }
  }
}

import Testing

@testable import CorpusGeneration

@Suite struct PhrasebookScriptTests {
  @Test("The scripts say the items of every branch, in order and with their texts")
  func scripts_equal_items() throws {
    let miniature = try Miniature()
    let book = try PhrasebookCompiler.compile(folder: miniature.grammars)
    #expect(book.scripts.count == book.branches.count && book.branches.count > 10)
    for (branch, start) in zip(book.branches, book.scripts) {
      var expected: [UInt8] = []
      for item in book.items[Int(branch.first)..<Int(branch.end)] {
        func number(_ value: Int32) -> [UInt8] {
          withUnsafeBytes(of: value.littleEndian, Array.init)
        }
        switch item.kind {
        case .text:
          expected += [Phrasebook.Mark.text] + number(item.length)
          expected += book.text[Int(item.value)..<Int(item.value + item.length)]
        case .node: expected += [Phrasebook.Mark.node] + number(item.value)
        case .slot: expected += [Phrasebook.Mark.slot, UInt8(item.value)]
        }
      }
      expected.append(Phrasebook.Mark.end)
      #expect(book.script[Int(start)...].starts(with: expected))
    }
  }
}

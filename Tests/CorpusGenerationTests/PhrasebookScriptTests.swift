import Testing

@testable import CorpusGeneration

@Suite struct PhrasebookScriptTests {
  /// What a branch says, item by item: once from the lists of the book, once from the script.
  private enum Word: Equatable {
    case text([UInt8])
    case slot(Int)
    /// A choice: its cumulative weights (none where all are alike) and its branches.
    case choice(weights: [Int], branches: [Int])
  }

  private let book: Phrasebook

  init() throws {
    let miniature = try Miniature()
    // Its folder goes with it.
    book = try withExtendedLifetime(miniature) {
      try PhrasebookCompiler.compile(folder: miniature.grammars)
    }
  }

  private func number(_ at: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(book.script[at + $1]) << (8 * $1) }
  }

  private func listed(_ branch: Phrasebook.Branch) -> [Word] {
    book.items[Int(branch.first)..<Int(branch.end)].map { item in
      switch item.kind {
      case .text:
        return .text(Array(book.text[Int(item.value)..<Int(item.value + item.length)]))
      case .slot: return .slot(Int(item.value))
      case .node: return choice(Int(item.value))
      }
    }
  }

  private func choice(_ node: Int) -> Word {
    let choice = book.nodes[node]
    let range = Int(choice.first)..<Int(choice.first + choice.count)
    let weights = choice.isUniform ? [] : range.map { Int(book.branches[$0].cumulative) }
    return .choice(weights: weights, branches: range.map { Int(book.scripts[$0]) })
  }

  private func written(from start: Int) -> [Word] {
    var words: [Word] = []
    var at = start
    while book.script[at] != Phrasebook.Mark.end {
      let (word, end) = item(at)
      words.append(word)
      at = end
    }
    return words
  }

  private func item(_ at: Int) -> (Word, end: Int) {
    let mark = book.script[at]
    switch mark {
    case Phrasebook.Mark.slot: return (.slot(Int(book.script[at + 1])), at + 2)
    case Phrasebook.Mark.only:
      return (.choice(weights: [], branches: [number(at + 1)]), at + 5)
    case Phrasebook.Mark.uniform:
      let place = number(at + 5)
      let branches = (0..<number(at + 1)).map { number(place + 4 * $0) }
      return (.choice(weights: [], branches: branches), at + 9)
    case Phrasebook.Mark.weighted:
      var weights: [Int] = []
      var branches: [Int] = []
      var place = number(at + 5)
      repeat {
        weights.append(number(place))
        branches.append(number(place + 4))
        place += 8
      } while weights.last != number(at + 1)
      return (.choice(weights: weights, branches: branches), at + 9)
    case Phrasebook.Mark.longText:
      let end = at + 5 + number(at + 1)
      return (.text(Array(book.script[at + 5..<end])), end)
    default:
      let end = at + 1 + Int(mark - Phrasebook.Mark.text)
      return (.text(Array(book.script[at + 1..<end])), end)
    }
  }

  @Test("The scripts say the items of every branch, in order and with their texts")
  func scripts_equal_items() {
    #expect(book.scripts.count == book.branches.count && book.branches.count > 10)
    for (branch, start) in zip(book.branches, book.scripts) {
      #expect(written(from: Int(start)) == listed(branch))
    }
  }

  @Test("Every node can be asked for by its number")
  func choices_equal_nodes() {
    #expect(book.choices.count == book.nodes.count)
    #expect(book.nodes.contains { $0.count > 1 && $0.isUniform })
    for node in book.nodes.indices {
      #expect(item(Int(book.choices[node])).0 == choice(node))
    }
  }

  @Test("A text longer than one byte can say is written whole")
  func long_texts() throws {
    let long = String(repeating: "la ", count: 120) + "la"
    let grammar = Miniature.sections { _ in "thanks:\n  \(long)\npad:\n  a\n" }
    let miniature = try Miniature(["en/ordinary/thanks.grammar": grammar])
    let book = try PhrasebookCompiler.compile(folder: miniature.grammars)
    let act = Act.names.firstIndex(of: "thanks") ?? 0
    let node = book.start(act, short: false, pool: 0)
    #expect(Realiser(book).texts(node, pool: .train) == [long])
  }
}

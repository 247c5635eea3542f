import Testing

@testable import CorpusGeneration

@Suite struct PhrasebookTests {
  private let book: Phrasebook

  init() throws {
    let miniature = try Miniature()
    // Its folder goes with it.
    book = try withExtendedLifetime(miniature) {
      try PhrasebookCompiler.compile(folder: miniature.grammars)
    }
  }

  @Test func every_act_starts_in_every_pool_and_helpers_have_no_short_form() {
    for act in 0..<Act.count {
      for pool in Pool.split {
        let node = book.start(act, short: false, pool: pool.rawValue)
        #expect(book.nodes.indices.contains(node), "\(Act.names[act]) in \(pool.name)")
        let short = book.start(act, short: true, pool: pool.rawValue)
        #expect((short >= 0) == (act < Act.tail), "\(Act.names[act]) in \(pool.name)")
      }
    }
  }

  @Test func lists_hold_the_fillers_of_their_pool() {
    func fillers(_ slot: Int, _ pool: Pool) -> [String] {
      let list = book.list(slot, topic: 0, pool: pool.rawValue)
      return (Int(list.first)..<Int(list.first + list.count)).map { index in
        let filler = book.fillers[index]
        return String(
          decoding: book.fillerText[Int(filler.offset)..<Int(filler.offset + filler.length)],
          as: UTF8.self)
      }
    }
    #expect(fillers(Slot.name, .test) == ["Sam", "Tom", "Una", "Val", "Wes", "Yan", "Zoe"])
    #expect(fillers(Slot.friend, .train) == ["Hal", "Ida"])
    #expect(Set(fillers(0, .train)).isDisjoint(with: fillers(0, .test).prefix(1)))
  }

  @Test func places_name_file_and_line() {
    let file = book.files[0]
    #expect(book.place(.init(file: 0, line: 4)) == "\(file):4")
    #expect(book.place(.init(file: 0, line: 0)) == file)
  }
}

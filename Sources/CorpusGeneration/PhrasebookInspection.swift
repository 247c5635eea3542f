internal import Statistics

/// Checks what only shows when grammars are rendered: lengths, and the content gate.
struct PhrasebookInspection {
  /// Renderings of every alternative of a start rule.
  static let samples = 48

  private let book: Phrasebook
  private let scanner: GateScanner

  init(_ book: Phrasebook, gate: ContentGate) {
    self.book = book
    scanner = GateScanner(gate.lexicon, strict: true)
  }

  /// Throws for the first text that the gate refuses or that has the wrong length.
  func run() throws(GenerationError) {
    var plain = PlainWords()
    try checkTerminals(&plain)
    var random = CounterRandom(seed: 0, stream: 0, purpose: 0x1A5)
    for act in 0..<Act.count {
      for short in [false, true] {
        for pool in Pool.split {
          let node = book.start(act, short: short, pool: pool.rawValue)
          if node >= 0 { try check(act, short, pool, node, &plain, &random) }
        }
      }
    }
  }

  private func refused(_ place: Phrasebook.Place, _ rule: GateScanner.Rule) -> GenerationError {
    .contentGate(place: "\(book.place(place)) (\(rule.name))")
  }

  /// Every text between brackets and every filler on its own.
  private func checkTerminals(_ plain: inout PlainWords) throws(GenerationError) {
    for (index, branch) in book.branches.enumerated() {
      for item in book.items[Int(branch.first)..<Int(branch.end)] where item.kind == .text {
        let rule = scanner.refusal(
          of: book.text.span.extracting(Int(item.value)..<Int(item.value + item.length)), &plain)
        if rule != .none { throw refused(book.places[index], rule) }
      }
    }
    // A given name must not begin a term: what stands behind it is not known.
    for slot in [Slot.name, Slot.friend] {
      for pool in Pool.split {
        let list = book.list(slot, topic: 0, pool: pool.rawValue)
        for index in Int(list.first)..<Int(list.first + list.count) {
          let filler = book.fillers[index]
          let name = book.fillerText[Int(filler.offset)..<Int(filler.offset + filler.length)]
          guard scanner.begins(Array(name)) else { continue }
          throw refused(book.fillerPlaces[index], .explicit)
        }
      }
    }
    for (index, filler) in book.fillers.enumerated() {
      let rule = scanner.refusal(
        of: book.fillerText.span.extracting(
          Int(filler.offset)..<Int(filler.offset + filler.length)), &plain)
      if rule != .none { throw refused(book.fillerPlaces[index], rule) }
    }
  }

  /// Renders every alternative: what stands side by side passes the gate, and lengths fit.
  private func check(
    _ act: Int, _ short: Bool, _ pool: Pool, _ node: Int, _ plain: inout PlainWords,
    _ random: inout CounterRandom
  ) throws(GenerationError) {
    let bounds = Self.bounds(act, short: short)
    var voice = Voice()
    voice.pool = pool.rawValue
    voice.quote.append(Array("ok then".utf8))
    let choice = book.nodes[node]
    for branch in Int(choice.first)..<Int(choice.first + choice.count) {
      var words = 0
      for sample in 0..<Self.samples {
        voice.begin()
        voice.topic = sample % book.topics.count
        book.render(branch: branch, &voice, &random)
        voice.trim()
        words += voice.text.words()
        let rule = scanner.refusal(of: voice.text, &plain)
        if rule != .none { throw refused(book.places[branch], rule) }
      }
      let place = book.places[branch]
      let low = bounds.lowerBound * Self.samples
      let high = bounds.upperBound * Self.samples
      guard (low...high).contains(words) else {
        let tenths = words * 10 / Self.samples
        throw .invalid(
          file: book.files[Int(place.file)], line: Int(place.line),
          reason: "the alternative gives \(tenths / 10).\(tenths % 10) words on average; expected "
            + "\(bounds.lowerBound) to \(bounds.upperBound)")
      }
    }
  }

  /// The mean number of words an alternative of a start rule may give; a sign or cue may begin with
  /// a plain phrase of three or four words before its sentence.
  static func bounds(_ act: Int, short: Bool) -> ClosedRange<Int> {
    switch act {
    case Act.frame: 2...14
    case Act.opener: 1...4
    case Act.tail: 1...10
    default: short ? 1...4 : 3...13
    }
  }
}

internal import Statistics

/// One pass over a text: words, phrases, figures, links, handles, ages.
///
/// A word is a run of letters, digits and `@ $ ! +` inside of it; case is folded, look-alikes are
/// undone, apostrophes are dropped, runs of three letters and more are cut to two and to one.
struct GateScanner {
  enum Rule: UInt8, Sendable {
    case none
    case explicit, platform, context, figure, age, link, handle, phone, mixedToken

    var name: String {
      switch self {
      case .none: "none"
      case .explicit: "explicit term"
      case .platform: "name of a platform"
      case .context: "vocabulary between an adult and a minor"
      case .figure: "figure"
      case .age: "age under eighteen"
      case .link: "link"
      case .handle: "handle"
      case .phone: "number in words"
      case .mixedToken: "withheld token beside other text"
      }
    }
  }

  static let token: StaticString = "[content-withheld]"

  private let lexicon: GateLexicon
  /// Whether the vocabulary of ``Rule/context`` is refused.
  private let strict: Bool
  /// Whether only the lexicon of explicit terms counts.
  private let lexicalOnly: Bool

  init(_ lexicon: GateLexicon, strict: Bool, lexicalOnly: Bool = false) {
    (self.lexicon, self.strict, self.lexicalOnly) = (lexicon, strict, lexicalOnly)
  }

  /// The first rule that refuses the message; `plain` are words of earlier ones, and take its own.
  func refusal(of buffer: borrowing ByteBuffer, _ plain: inout PlainWords) -> Rule {
    refusal(of: buffer.bytes.span, to: buffer.count, &plain)
  }

  /// The first rule that refuses the text. O(bytes), allocates nothing unless a prefilter hits.
  func refusal(of text: Span<UInt8>) -> Rule {
    var plain = PlainWords()
    return refusal(of: text, &plain)
  }

  /// The same; `plain` are words of earlier texts, and take those of this one.
  func refusal(of text: Span<UInt8>, _ plain: inout PlainWords) -> Rule {
    refusal(of: text, to: text.count, &plain)
  }

  /// The same for the first bytes of a buffer; what stands behind them does not matter.
  private func refusal(
    of buffer: Span<UInt8>, to limit: Int, _ plain: inout PlainWords
  ) -> Rule {
    let text = buffer.extracting(0..<limit)
    // Phrases of one, two and three words that end at the last word; the second history has long
    // runs of letters cut to one. A phrase is followed only while a term may begin with its words.
    var two = History()
    var one = History()
    var diverged = false
    var follows = false
    var (previous, beforePrevious): (UInt8, UInt8) = (0, 0)
    var numbers = 0
    var at = 0
    while at < text.count {
      let byte = text[at]
      if lexicon.traits(byte) & GateLexicon.word == 0 {
        if byte == UInt8(ascii: "["), !lexicalOnly, Self.isToken(text, at: at) {
          return text.count == Self.token.utf8CodeUnitCount ? .none : .mixedToken
        }
        if byte == UInt8(ascii: "@"), !lexicalOnly, at + 1 < text.count,
          lexicon.traits(text[at + 1]) & GateLexicon.word != 0
        {
          return .handle
        }
        at += 1
        continue
      }
      let start = at
      let short = shortWord(buffer, at, to: limit)
      if short.count > 0, !follows, plain.contains(short.letters, lexicon) {
        at &+= short.count
        (beforePrevious, previous, numbers) = (previous, 0, 0)
        continue
      }
      let isHashed = short.count > 0 && !LetterRun.hasTriple(short.letters)
      let word = isHashed ? hash(short, &at) : read(text, &at)
      if !lexicalOnly {
        if word.figure { return .figure }
        if word.dotted { return .link }
      }
      var kind: UInt8 = 0
      // Most words are plain and follow no beginning of a phrase: there is nothing to look up.
      if !follows, word.two == word.one, lexicon.isPlain(word.two) {
        if isHashed { plain.insert(short.letters, lexicon) }
      } else {
        if !diverged { one = two }
        if let rule = look(word.two, start, at, 0, &two, &kind, text) { return rule }
        if word.two != word.one || diverged {
          diverged = true
          if let rule = look(word.one, start, at, 1, &one, &kind, text) { return rule }
        }
        follows = !two.isEmpty || !one.isEmpty
      }
      if !lexicalOnly, kind != 0 || previous != 0 {
        if let rule = age(kind, previous, beforePrevious, last: isLast(text, at)) { return rule }
        let isNumber =
          kind == GateLexicon.Kind.smallNumber.rawValue
          || kind == GateLexicon.Kind.digitWord.rawValue
        numbers = isNumber ? numbers + 1 : 0
        if numbers >= 5 { return .phone }
      }
      (beforePrevious, previous) = (previous, kind)
    }
    return .none
  }

  /// The phrases that end at the last word and may begin a term, by their number of words.
  private struct History {
    struct Phrase {
      var hash: UInt64 = 0
      var start = -1
    }
    var first = Phrase()
    var second = Phrase()
    var third = Phrase()

    var isEmpty: Bool { first.start < 0 && second.start < 0 && third.start < 0 }
  }

  /// Looks up the word and the phrases it ends; moves the history on.
  @inline(__always) private func look(
    _ word: UInt64, _ start: Int, _ end: Int, _ variant: Int, _ history: inout History,
    _ kind: inout UInt8, _ text: Span<UInt8>
  ) -> Rule? {
    let slot = lexicon.slot(word)
    if slot >= 0 {
      kind = lexicon.kind(slot)
      if let rule = refuses(kind), confirmed(slot, text, start, end, variant) { return rule }
    }
    var next = History()
    if lexicon.mayBegin(word) { next.first = History.Phrase(hash: word, start: start) }
    if history.first.start >= 0 {
      next.second = History.Phrase(
        hash: GateLexicon.join(history.first.hash, word), start: history.first.start)
      if let rule = lookUp(next.second, end, variant, text) { return rule }
    }
    if history.second.start >= 0 {
      next.third = History.Phrase(
        hash: GateLexicon.join(history.second.hash, word), start: history.second.start)
      if let rule = lookUp(next.third, end, variant, text) { return rule }
    }
    if history.third.start >= 0 {
      let phrase = History.Phrase(
        hash: GateLexicon.join(history.third.hash, word), start: history.third.start)
      if let rule = lookUp(phrase, end, variant, text) { return rule }
    }
    history = next
    return nil
  }

  private func lookUp(
    _ phrase: History.Phrase, _ end: Int, _ variant: Int, _ text: Span<UInt8>
  ) -> Rule? {
    let slot = lexicon.slot(phrase.hash)
    guard slot >= 0, let rule = refuses(lexicon.kind(slot)),
      confirmed(slot, text, phrase.start, end, variant)
    else { return nil }
    return rule
  }

  /// Whether an explicit term of several words begins with this word.
  func begins(_ word: [UInt8]) -> Bool {
    var at = 0
    return !word.isEmpty && lexicon.begins(read(word.span, &at).two)
  }

  private func refuses(_ kind: UInt8) -> Rule? {
    switch GateLexicon.Kind(rawValue: kind) {
    case .explicit: .explicit
    case .platform: lexicalOnly ? nil : .platform
    case .context: strict && !lexicalOnly ? .context : nil
    case .link: lexicalOnly ? nil : .link
    default: nil
    }
  }

  /// Whether the words up to `kind` say an age under eighteen.
  private func age(_ kind: UInt8, _ previous: UInt8, _ before: UInt8, last: Bool) -> Rule? {
    typealias Kind = GateLexicon.Kind
    func isNumber(_ kind: UInt8) -> Bool {
      kind == Kind.smallNumber.rawValue || kind == Kind.digitWord.rawValue
    }
    switch Kind(rawValue: kind) {
    case .teenNumber: return .age
    case .smallNumber:
      if previous == Kind.ageWord.rawValue { return .age }
      return last && previous == Kind.being.rawValue ? .age : nil
    case .old:
      return previous == Kind.year.rawValue && isNumber(before) ? .age : nil
    case .ageWord: return nil
    case .soon:
      return isNumber(previous) && before == Kind.being.rawValue ? .age : nil
    case .birthday: return previous == Kind.ordinal.rawValue ? .age : nil
    default: return nil
    }
  }

  private func isLast(_ text: Span<UInt8>, _ at: Int) -> Bool {
    var at = at
    while at < text.count, lexicon.traits(text[at]) & GateLexicon.word == 0 { at += 1 }
    return at == text.count
  }

  static func isToken(_ text: Span<UInt8>, at start: Int) -> Bool {
    guard start + token.utf8CodeUnitCount <= text.count else { return false }
    return token.withUTF8Buffer { expected in
      for index in expected.indices where text[start + index] != expected[index] { return false }
      return true
    }
  }

  struct Word: Equatable {
    /// Hashes with long runs cut to two letters and to one.
    var two: UInt64
    var one: UInt64
    var figure: Bool
    /// Whether a dot stands inside of it, as in an address.
    var dotted: Bool
  }

  /// The letters of a word of less than eight, folded, the first one lowest, and how many.
  typealias Short = (letters: UInt64, count: Int)

  /// The word at a place where it has less than eight letters and nothing else, as most words have;
  /// otherwise none.
  @inline(__always) func shortWord(_ buffer: Span<UInt8>, _ at: Int, to limit: Int) -> Short {
    guard at &+ 8 <= buffer.count else { return (0, 0) }
    let bytes = LetterRun.word(buffer, at)
    let count = min(LetterRun.asciiCount(bytes), limit &- at)
    guard count > 0, count < 8 else { return (0, 0) }
    let end = at &+ count
    if end < limit {
      // Figures and signs belong to the word; a dot may go on as an address.
      let next = UInt8(truncatingIfNeeded: bytes &>> UInt64(truncatingIfNeeded: count &* 8))
      if lexicon.traits(next) & GateLexicon.inner != 0 { return (0, 0) }
      if next == UInt8(ascii: "."), end &+ 1 < limit { return (0, 0) }
    }
    return (LetterRun.prefix(bytes | 0x2020_2020_2020_2020, count), count)
  }

  /// Reads a short word in which no letter stands three times in a row, and moves behind it. The
  /// answer is that of ``read(_:_:)``, without a look at each byte.
  @inline(__always) func hash(_ short: Short, _ at: inout Int) -> Word {
    // Always seven steps: where words end nobody can foretell, so that a loop that ends with the
    // word costs more than the steps it saves.
    var hash = lexicon.begin
    for place in 0..<7 {
      let next = lexicon.advance(
        hash,
        UInt8(truncatingIfNeeded: short.letters &>> UInt64(truncatingIfNeeded: place &* 8)))
      hash = place < short.count ? next : hash
    }
    at &+= short.count
    let word = CounterRandom.mix(hash)
    return Word(two: word, one: word, figure: false, dotted: false)
  }

  /// Reads the word at `at` and moves behind it.
  @inline(__always) func read(_ text: Span<UInt8>, _ at: inout Int) -> Word {
    var hash = lexicon.begin
    var (last, run): (UInt8, Int) = (0, 0)
    var (seen, long): (UInt16, Bool) = (0, false)
    let start = at
    while at < text.count {
      let traits = lexicon.traits(text[at])
      if traits & GateLexicon.inner == 0 { break }
      at += 1
      let folded = UInt8(truncatingIfNeeded: traits)
      if folded == 0 { continue }
      seen |= traits
      run = folded == last ? run &+ 1 : 1
      last = folded
      if run <= 2 { hash = lexicon.advance(hash, folded) } else { long = true }
    }
    var dotted = false
    if at + 2 < text.count, text[at] == UInt8(ascii: "."), at > start + 1 {
      dotted = lexicon.traits(text[at + 1]) & lexicon.traits(text[at + 2]) & GateLexicon.letter != 0
    }
    // A number is no word, whatever letters its figures look like.
    let two = seen & GateLexicon.letter == 0 ? 1 : CounterRandom.mix(hash)
    return Word(
      two: two, one: long && two != 1 ? short(text, start, at) : two,
      figure: seen & GateLexicon.digit != 0,
      dotted: dotted)
  }

  /// The hash of the word with runs of three letters and more cut to one.
  private func short(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var hash = lexicon.begin
    for byte in normalised(text, start, end, variant: 1) { hash = lexicon.advance(hash, byte) }
    return CounterRandom.mix(hash)
  }

  /// Whether the digest behind a prefilter hit agrees.
  private func confirmed(
    _ slot: Int, _ text: Span<UInt8>, _ start: Int, _ end: Int, _ variant: Int
  ) -> Bool {
    lexicon.confirms(slot, normalised(text, start, end, variant: variant))
  }

  /// The words between two places as the lexicon has them, joined by blanks.
  private func normalised(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, variant: Int
  ) -> [UInt8] {
    var term: [UInt8] = []
    var at = start
    while at < end {
      guard lexicon.traits(text[at]) & GateLexicon.word != 0 else {
        at += 1
        continue
      }
      if !term.isEmpty { term.append(0x20) }
      var word: [UInt8] = []
      while at < end, lexicon.traits(text[at]) & GateLexicon.inner != 0 {
        let folded = UInt8(truncatingIfNeeded: lexicon.traits(text[at]))
        if folded != 0 { word.append(folded) }
        at += 1
      }
      var index = 0
      while index < word.count {
        var run = 1
        while index + run < word.count, word[index + run] == word[index] { run += 1 }
        let kept = run >= 3 ? (variant == 0 ? 2 : 1) : run
        term.append(contentsOf: repeatElement(word[index], count: kept))
        index += run
      }
    }
    return term
  }
}

internal import Statistics

/// The noise channel: capitals, final punctuation, emoji, elongation, short forms, misspellings.
///
/// Rates belong to a speaker and never depend on what a message is. The withheld token passes
/// untouched: it never enters the channel.
struct Noise: Sendable {
  /// Eligible words are changed this much more often than the rate says, because about one word in
  /// ten stands in the table: the rate is the share of all words.
  private static let perEligibleWord: UInt64 = 10

  /// Open addressing: the number of a word (0 is free) and its entry.
  private var keys: [UInt64]
  private var entries: [Int32]
  private let mask: Int
  private var words: [[UInt8]] = []
  private var textisms: [[UInt8]] = []
  private var misspellings: [[UInt8]] = []
  private let emoji: [[UInt8]]

  init(_ speech: SpeechLaw) {
    emoji = speech.emoji
    var size = 64
    while size < (speech.textisms.count + speech.misspellings.count) * 8 { size *= 2 }
    mask = size - 1
    keys = [UInt64](repeating: 0, count: size)
    entries = [Int32](repeating: -1, count: size)
    for (word, form) in speech.textisms { textisms[entry(word)] = form }
    for (word, form) in speech.misspellings { misspellings[entry(word)] = form }
  }

  /// The number of a word of at most seven bytes is these bytes; a longer one has a hash with a mark
  /// above it.
  private static func key(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var key: UInt64 = 0
    if end - start < 8 {
      for index in (start..<end).reversed() { key = key << 8 | UInt64(text[index]) }
      return key
    }
    for index in start..<end { key = (key ^ UInt64(text[index])) &* 0x100_0000_01B3 }
    return key | 1 << 63
  }

  @inline(__always) private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  /// The place of an entry for a word, made where there is none.
  private mutating func entry(_ word: [UInt8]) -> Int {
    let key = Self.key(word.span, 0, word.count)
    var slot = slot(key)
    while keys[slot] != 0 {
      if keys[slot] == key, words[Int(entries[slot])] == word { return Int(entries[slot]) }
      slot = (slot + 1) & mask
    }
    (keys[slot], entries[slot]) = (key, Int32(words.count))
    words.append(word)
    textisms.append([])
    misspellings.append([])
    return words.count - 1
  }

  /// The entry of a word with less than eight bytes, which are its number, or -1. O(1).
  @inline(__always) private func find(_ key: UInt64) -> Int {
    var slot = slot(key)
    while true {
      if keys[slot] == key { return Int(entries[slot]) }
      if keys[slot] == 0 { return -1 }
      slot = (slot &+ 1) & mask
    }
  }

  /// The entry of a longer word of the text, or -1. O(length of the word).
  private func find(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let key = Self.key(text, start, end)
    var slot = slot(key)
    while keys[slot] != 0 {
      if keys[slot] == key, isWord(Int(entries[slot]), text, start, end) {
        return Int(entries[slot])
      }
      slot = (slot &+ 1) & mask
    }
    return -1
  }

  private func isWord(_ entry: Int, _ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard words[entry].count == end - start else { return false }
    for index in words[entry].indices where words[entry][index] != text[start + index] {
      return false
    }
    return true
  }

  /// Writes the text as this speaker would type it behind `out`.
  func apply(
    _ buffer: borrowing ByteBuffer, _ rates: InlineArray<6, UInt32>, into out: inout ByteBuffer,
    _ random: inout CounterRandom
  ) {
    let text = buffer.bytes.span
    let count = buffer.count
    let (first, second, third) = (random.next(), random.next(), random.next())
    let capital = UInt32(truncatingIfNeeded: first) >= rates[0]
    let bare = UInt32(truncatingIfNeeded: first >> 32) < rates[1]
    let smiles = UInt32(truncatingIfNeeded: second) < rates[2]
    let elongates = UInt32(truncatingIfNeeded: second >> 32) < rates[3]
    let short = UInt64(rates[4]) * Self.perEligibleWord
    let wrong = short + UInt64(rates[5]) * Self.perEligibleWord
    let begin = out.count
    var at = 0
    // What stands between here and `at` is typed as it is.
    var kept = 0
    while at < count {
      let byte = text[at]
      guard Self.isLetter(byte) else {
        at += 1
        continue
      }
      let draw = UInt64(UInt32(truncatingIfNeeded: random.next()))
      let (end, entry) = word(text, at, count, isDrawn: draw < wrong)
      if entry >= 0, draw < wrong, let form = form(entry, short: draw < short) {
        out.append(text, kept, at)
        out.append(form)
        kept = end
      } else if capital, byte == UInt8(ascii: "i"),
        end == at + 1 || text[at + 1] == UInt8(ascii: "'")
      {
        out.append(text, kept, at)
        out.append(UInt8(ascii: "I"))
        kept = at + 1
      }
      at = end
    }
    out.append(text, kept, count)
    if capital, begin < out.count, (0x61...0x7A).contains(out[begin]) { out[begin] &= 0xDF }
    let letter = out.last
    if elongates, (0x61...0x7A).contains(letter) {
      for _ in 0..<(third & 1 == 0 ? 2 : 3) { out.append(letter) }
    }
    if letter == UInt8(ascii: "?") {
      // A question keeps its mark more often than a statement gets a stop.
      if bare, third & 2 == 0 { out.removeLast() }
    } else if !bare, Self.isLetter(letter) {
      out.append(third & 12 == 0 ? UInt8(ascii: "!") : UInt8(ascii: "."))
    }
    if smiles {
      out.append(0x20)
      let choice = Int((third >> 32).multipliedFullWidth(by: UInt64(emoji.count) << 32).high)
      out.append(emoji[choice])
    }
  }

  /// Where the word at a place ends, and its entry or -1; a long word counts where it `isDrawn`.
  ///
  /// Most words have no entry, while a draw is anyone's guess: the processor guesses right more often
  /// where the table is asked first.
  @inline(__always) private func word(
    _ text: Span<UInt8>, _ at: Int, _ limit: Int, isDrawn: Bool
  ) -> (end: Int, entry: Int) {
    let bytes = LetterRun.word(text, at)
    let count = min(LetterRun.count(bytes), limit &- at)
    if count < 8 { return (at &+ count, find(LetterRun.prefix(bytes, count))) }
    let end = LetterRun.end(text, from: at &+ 8, to: limit)
    return (end, isDrawn ? find(text, at, end) : -1)
  }

  private func form(_ entry: Int, short: Bool) -> [UInt8]? {
    let form = short ? textisms[entry] : misspellings[entry]
    return form.isEmpty ? nil : form
  }

  @inline(__always) private static func isLetter(_ byte: UInt8) -> Bool {
    LetterRun.isLetter(byte)
  }
}

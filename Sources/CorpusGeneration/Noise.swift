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
    while size < (speech.textisms.count + speech.misspellings.count) * 4 { size *= 2 }
    mask = size - 1
    keys = [UInt64](repeating: 0, count: size)
    entries = [Int32](repeating: -1, count: size)
    for (word, form) in speech.textisms { textisms[entry(word)] = form }
    for (word, form) in speech.misspellings { misspellings[entry(word)] = form }
  }

  /// The number of a word: its bytes up to seven of them, else a hash with a mark above.
  @inline(__always) private static func key(
    _ text: Span<UInt8>, _ start: Int, _ end: Int
  ) -> UInt64 {
    if end - start < 8, start + 8 <= text.count {
      return LetterRun.prefix(LetterRun.word(text, start), end - start)
    }
    return longKey(text, start, end)
  }

  private static func longKey(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
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

  private mutating func entry(_ word: [UInt8]) -> Int {
    let known = find(word.span, 0, word.count)
    if known >= 0 { return known }
    let key = Self.key(word.span, 0, word.count)
    var slot = slot(key)
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    (keys[slot], entries[slot]) = (key, Int32(words.count))
    words.append(word)
    textisms.append([])
    misspellings.append([])
    return words.count - 1
  }

  /// The entry of a word of the text, or -1. O(length of the word).
  @inline(__always) private func find(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let key = Self.key(text, start, end)
    var slot = slot(key)
    while keys[slot] != 0 {
      if keys[slot] == key {
        let entry = Int(entries[slot])
        // The number of a short word is the word itself.
        if key >> 63 == 0 || isWord(entry, text, start, end) { return entry }
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
      let end = LetterRun.end(text, from: at, to: count)
      let draw = UInt64(UInt32(truncatingIfNeeded: random.next()))
      if draw < wrong, let form = form(text, at, end, short: draw < short) {
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

  private func form(_ text: Span<UInt8>, _ start: Int, _ end: Int, short: Bool) -> [UInt8]? {
    let entry = find(text, start, end)
    guard entry >= 0 else { return nil }
    let form = short ? textisms[entry] : misspellings[entry]
    return form.isEmpty ? nil : form
  }

  @inline(__always) private static func isLetter(_ byte: UInt8) -> Bool {
    LetterRun.isLetter(byte)
  }
}

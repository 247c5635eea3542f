internal import Statistics

/// The noise channel: capitals, final punctuation, emoji, elongation, short forms, misspellings.
///
/// Rates belong to a speaker and never depend on what a message is. The withheld token passes
/// untouched: it never enters the channel.
struct Noise: Sendable {
  /// Eligible words are changed this much more often than the rate says, because about one word in
  /// ten stands in the table: the rate is the share of all words.
  private static let perEligibleWord: UInt64 = 10

  private var table: [Int32]
  private let mask: Int
  /// Hashes of the words: what differs here needs no look at the bytes.
  private var hashes: [UInt32] = []
  /// Per first byte, a bit for each length that a word of the table has (31: and more).
  private var lengths = [UInt32](repeating: 0, count: 256)
  private var words: [[UInt8]] = []
  private var textisms: [[UInt8]] = []
  private var misspellings: [[UInt8]] = []
  private let emoji: [[UInt8]]

  init(_ speech: SpeechLaw) {
    emoji = speech.emoji
    var size = 64
    while size < (speech.textisms.count + speech.misspellings.count) * 4 { size *= 2 }
    mask = size - 1
    table = [Int32](repeating: -1, count: size)
    for (word, form) in speech.textisms { textisms[entry(word)] = form }
    for (word, form) in speech.misspellings { misspellings[entry(word)] = form }
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }

  private mutating func entry(_ word: [UInt8]) -> Int {
    let hash = Self.hash(word)
    var slot = Int(hash) & mask
    while table[slot] >= 0 {
      if words[Int(table[slot])] == word { return Int(table[slot]) }
      slot = (slot + 1) & mask
    }
    table[slot] = Int32(words.count)
    hashes.append(hash)
    lengths[Int(word[0])] |= 1 << UInt32(min(word.count, 31))
    words.append(word)
    textisms.append([])
    misspellings.append([])
    return words.count - 1
  }

  /// The entry of a word of the text, or -1. O(length of the word).
  private func find(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard lengths[Int(text[start])] & 1 << UInt32(min(end - start, 31)) != 0 else { return -1 }
    var hash: UInt32 = 0x811C_9DC5
    for index in start..<end { hash = (hash ^ UInt32(text[index])) &* 0x0100_0193 }
    var slot = Int(hash) & mask
    while table[slot] >= 0 {
      let entry = Int(table[slot])
      if hashes[entry] == hash, words[entry].count == end - start {
        var same = true
        for index in 0..<(end - start) where words[entry][index] != text[start + index] {
          same = false
        }
        if same { return entry }
      }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// Writes the text as this speaker would type it behind `out`.
  func apply(
    _ buffer: borrowing ByteBuffer, _ rates: InlineArray<6, UInt32>, into out: inout ByteBuffer,
    _ random: inout CounterRandom
  ) {
    let text = buffer.bytes.span.extracting(0..<buffer.count)
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
    while at < text.count {
      let byte = text[at]
      guard Self.isLetter(byte) else {
        at += 1
        continue
      }
      let end = LetterRun.end(buffer.bytes.span, from: at, to: text.count)
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
    out.append(text, kept, text.count)
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

/// Runs of letters and apostrophes, found eight bytes at a time.
///
/// Words end where nobody can foretell, so a loop over their bytes costs a wrong guess of the
/// processor per word; most words fit into one comparison of eight bytes.
enum LetterRun {
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// ASCII letters, and every byte of a character beyond ASCII.
  @inline(__always) static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }

  /// Where the run that begins at `start` ends, `limit` at the latest. O(length).
  ///
  /// Bytes from `limit` on are read where there are any, and do not matter.
  @inline(__always) static func end(
    _ bytes: Span<UInt8>, from start: Int, to limit: Int
  ) -> Int {
    var at = start
    while at < limit {
      guard at + 8 <= bytes.count else {
        guard isLetter(bytes[at]) || bytes[at] == UInt8(ascii: "'") else { return at }
        at += 1
        continue
      }
      let count = count(word(bytes, at))
      if count < 8 { return min(limit, at + count) }
      at += 8
    }
    return limit
  }

  /// Eight bytes from a place on, the first one lowest.
  @inline(__always) static func word(_ bytes: Span<UInt8>, _ at: Int) -> UInt64 {
    UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  /// How many of eight bytes stand before the first that is neither letter nor apostrophe.
  @inline(__always) static func count(_ word: UInt64) -> Int {
    (~marks(word) & (ones << 7)).trailingZeroBitCount >> 3
  }

  /// How many of eight bytes stand before the first that is not an ASCII letter.
  @inline(__always) static func asciiCount(_ word: UInt64) -> Int {
    (~(letters(word) & ~word) & (ones << 7)).trailingZeroBitCount >> 3
  }

  /// Whether some byte that is not zero may stand three times in a row; false only where none does.
  @inline(__always) static func hasTriple(_ word: UInt64) -> Bool {
    let low = ones &* 0x7F
    let difference = word ^ word >> 8
    let same = ~((difference & low) &+ low | difference | low)
    // Zeros behind the word are equal too.
    let filled = (word & low) &+ low | word
    return same & same >> 8 & filled & filled >> 16 & (ones << 7) != 0
  }

  /// The first `count` of eight bytes, and zeros.
  ///
  /// - Precondition: `count` is in 0..<8.
  @inline(__always) static func prefix(_ word: UInt64, _ count: Int) -> UInt64 {
    word & ~(~0 &<< UInt64(truncatingIfNeeded: count &* 8))
  }

  /// The high bit of every byte that is a letter or an apostrophe; other bits are noise.
  @inline(__always) private static func marks(_ word: UInt64) -> UInt64 {
    let low = ones &* 0x7F
    let difference = word ^ ones &* 0x27
    let apostrophes = ~((difference & low) &+ low | difference)
    return letters(word) | word | apostrophes
  }

  /// The high bit of every byte whose lower seven bits are a letter; other bits are noise.
  @inline(__always) private static func letters(_ word: UInt64) -> UInt64 {
    let folded = (word | ones &* 0x20) & (ones &* 0x7F)
    // Sums of seven-bit numbers: no byte carries into the next.
    return (folded &+ ones &* (0x80 - 0x61)) & ~(folded &+ ones &* (0x80 - 0x7B))
  }
}

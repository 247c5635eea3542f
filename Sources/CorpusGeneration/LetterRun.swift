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
      let word = UInt64(
        littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
      let others = ~marks(word) & (ones << 7)
      if others != 0 { return min(limit, at + others.trailingZeroBitCount >> 3) }
      at += 8
    }
    return limit
  }

  /// The high bit of every byte that is a letter or an apostrophe; other bits are noise.
  @inline(__always) private static func marks(_ word: UInt64) -> UInt64 {
    let low = ones &* 0x7F
    let folded = (word | ones &* 0x20) & low
    // Sums of seven-bit numbers: no byte carries into the next.
    let letters = (folded &+ ones &* (0x80 - 0x61)) & ~(folded &+ ones &* (0x80 - 0x7B))
    let difference = word ^ ones &* 0x27
    let apostrophes = ~((difference & low) &+ low | difference)
    return letters | word | apostrophes
  }
}

/// Short words that the content gate has found to be nothing to it, so that it need not hash them
/// once more.
///
/// A few hundred words are most of what people write. Of words that share a place the last one met
/// stays, and the whole fits into the fastest part of a core's cache: a table of every plain word of
/// the grammars would not, and asking it was no faster than hashing. About two words in three are
/// found; with half of the places it is one in two.
struct PlainWords: Sendable {
  private static let bits: UInt64 = 10

  /// A word of at most seven small letters, the first one lowest, mixed with the key of its lexicon;
  /// so what one lexicon said of a word is nothing to another.
  private var words = InlineArray<1024, UInt64>(repeating: 0)

  @inline(__always) private static func slot(_ letters: UInt64) -> Int {
    Int(truncatingIfNeeded: (letters &* 0x9E37_79B9_7F4A_7C15) >> (64 - bits))
  }

  /// Whether the word was found to be plain. O(1).
  @inline(__always) func contains(_ letters: UInt64, _ lexicon: GateLexicon) -> Bool {
    words[Self.slot(letters)] == letters ^ lexicon.begin
  }

  /// Remembers that the word is plain. O(1).
  @inline(__always) mutating func insert(_ letters: UInt64, _ lexicon: GateLexicon) {
    words[Self.slot(letters)] = letters ^ lexicon.begin
  }
}

/// The distinct texts of a conversation, by a hash of 64 bits: two texts of a talk of a million fall
/// together by chance once in thirty million talks.
struct TextSet {
  private var hashes: Set<UInt64> = []

  /// Forgets all texts.
  mutating func begin() {
    // A long conversation must not make every later one pay for clearing its table.
    if hashes.capacity > 4096 { hashes = [] } else { hashes.removeAll(keepingCapacity: true) }
  }

  /// Adds `text` and tells whether it is new; false as well once the set is full. O(bytes).
  mutating func insert(_ text: Span<UInt8>) -> Bool {
    hashes.count < RunningSkewness.maximumCount && hashes.insert(Self.hash(text)).inserted
  }

  private static func hash(_ text: Span<UInt8>) -> UInt64 {
    var state = UInt64(truncatingIfNeeded: text.count)
    for index in text.indices {
      state = (state ^ UInt64(text[index])) &* 0x9E37_79B9_7F4A_7C15
      state ^= state &>> 29
    }
    return state
  }
}

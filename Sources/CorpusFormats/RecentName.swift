/// A name that was read a moment ago, and its number: the next message often says it again, and then
/// two words are compared where a search and a table would be needed.
struct RecentName {
  /// Longer names are not kept.
  static let maximumBytes = 16

  // No name begins with eight NUL bytes, so that nothing matches at first.
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var lowMask: UInt64 = ~0
  private var highMask: UInt64 = 0
  private(set) var count = 0
  private(set) var index = 0

  init() {}

  /// The name without escapes that stands in `range`, if it is short.
  ///
  /// - Precondition: 16 bytes can be loaded at the start of the range.
  init?(_ text: Span<UInt8>, _ range: Range<Int>, index: Int) {
    guard range.count <= Self.maximumBytes else { return nil }
    lowMask = Self.mask(range.count)
    highMask = Self.mask(range.count - 8)
    low = text.word(at: range.lowerBound) & lowMask
    high = text.word(at: range.lowerBound + 8) & highMask
    (count, self.index) = (range.count, index)
  }

  /// Whether this name and a closing quote stand at `position`.
  @inline(__always) func stands(in text: Span<UInt8>, at position: Int) -> Bool {
    let differences =
      ((text.word(at: position) ^ low) & lowMask)
      | ((text.word(at: position &+ 8) ^ high) & highMask)
    return differences == 0 && text[position &+ count] == UInt8(ascii: "\"")
  }

  private static func mask(_ count: Int) -> UInt64 {
    count <= 0 ? 0 : count >= 8 ? ~0 : (1 << UInt64(8 * count)) - 1
  }
}

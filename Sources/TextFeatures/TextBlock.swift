/// Eight bytes of a text at once: which of them make words, and which do nothing.
///
/// The first byte of the text is the lowest of the word; a mark is the highest bit of a byte. Ranges
/// are tested without borrows between bytes, as in Warren, "Hacker's Delight", 2nd ed., §6-1.
@usableFromInline struct TextBlock {
  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable static var high: UInt64 { 0x8080_8080_8080_8080 }

  /// The letters of the block in lower case; digits stay, other bytes lose their meaning.
  @usableFromInline let lower: UInt64
  /// Marks of the ASCII letters and digits.
  @usableFromInline let words: UInt64
  /// Marks of the digits.
  @usableFromInline let digits: UInt64
  /// Marks of the ASCII bytes that end a word and make none: all but `_`, `'` and `$`.
  @usableFromInline let gaps: UInt64

  /// The eight bytes from `start`; bytes after the end of the text count as gaps.
  ///
  /// - Precondition: 0 ≤ start < text.count
  @inlinable @inline(__always) init(_ text: Span<UInt8>, at start: Int) {
    let left = text.count &- start
    if left >= 8 {
      self.init(Self.load(text, start))
    } else if text.count >= 8 {
      // The last eight bytes, without those before the start.
      self.init(Self.load(text, text.count &- 8) &>> UInt64(truncatingIfNeeded: 64 &- 8 &* left))
    } else {
      var bytes: UInt64 = 0
      for place in 0..<left {
        bytes |= UInt64(text[start &+ place]) &<< UInt64(truncatingIfNeeded: 8 &* place)
      }
      self.init(bytes)
    }
  }

  @inlinable @inline(__always) static func load(_ text: Span<UInt8>, _ start: Int) -> UInt64 {
    UInt64(littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
  }

  @inlinable @inline(__always) init(_ bytes: UInt64) {
    let ascii = ~bytes & Self.high
    let small = bytes | Self.ones &* 0x20
    lower = small
    digits = Self.marks(bytes, 0x30, 0x3A) & ascii
    words = Self.marks(small, 0x61, 0x7B) & ascii | digits
    let special =
      Self.marks(bytes, 0x24, 0x25) | Self.marks(bytes, 0x27, 0x28) | Self.marks(bytes, 0x5F, 0x60)
    gaps = ascii & ~words & ~special
  }

  /// Marks the bytes from `first` to below `end`, by their lower seven bits.
  @inlinable @inline(__always) static func marks(
    _ bytes: UInt64, _ first: UInt64, _ end: UInt64
  ) -> UInt64 {
    let seven = bytes & ~high
    return (seven &+ ones &* (0x80 &- first)) & ~(seven &+ ones &* (0x80 &- end)) & high
  }

  /// How many of the first bytes are gaps.
  @inlinable @inline(__always) var gapCount: Int { Self.leading(gaps) }

  /// How many of the first bytes make a word that ends within the block, at a gap; 0 where there is
  /// none.
  @inlinable @inline(__always) var wordCount: Int {
    let count = Self.leading(words)
    // Without a mark of a gap behind it, the word may go on in a way that takes a closer look.
    return count < 8 && gaps &>> UInt64(truncatingIfNeeded: 8 &* count) & 0x80 != 0 ? count : 0
  }

  /// The first `count` bytes in lower case, the first of them highest, in the lowest bytes.
  ///
  /// - Precondition: 1 ≤ count ≤ 7
  @inlinable @inline(__always) func packed(_ count: Int) -> UInt64 {
    lower.byteSwapped &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count)
  }

  /// Whether the first `count` bytes, 1 to 7, are all digits.
  @inlinable @inline(__always) func isNumber(_ count: Int) -> Bool {
    ~digits & Self.high & (1 &<< UInt64(truncatingIfNeeded: 8 &* count) &- 1) == 0
  }

  @inlinable @inline(__always) static func leading(_ marks: UInt64) -> Int {
    (~marks & high).trailingZeroBitCount &>> 3
  }
}

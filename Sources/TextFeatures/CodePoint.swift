/// One decoded code point of UTF-8 and what it means to a tokeniser.
///
/// Only the ranges that chat is written in get case mapping: Latin-1, Latin Extended-A, Greek and
/// Cyrillic. Everything else is a letter as it stands, a symbol, or a gap.
struct CodePoint {
  /// What a code point does to the token it stands in.
  enum Role {
    /// A part of a word, in lower case.
    case word(UInt32)
    /// A token of its own: money signs, emoji, ideographs and kana.
    case symbol(UInt32)
    /// Nothing: variation selectors, joiners, marks of writing direction, apostrophes.
    case nothing
    /// The end of a word.
    case gap
  }

  /// The value; `nil` where the bytes are no UTF-8.
  var value: UInt32?
  /// How many bytes it took; 1 where the bytes are no UTF-8.
  var length: Int

  /// Decodes the code point at `index`, which holds a byte of 0x80 or above.
  @inline(__always) init(_ text: Span<UInt8>, at index: Int) {
    let lead = UInt32(text[index])
    let size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    (value, length) = (nil, 1)
    guard lead >= 0xC2, lead < 0xF5, index + size <= text.count else { return }
    var scalar = lead & (0x7F >> UInt32(size))
    for offset in 1..<size {
      let byte = UInt32(text[index + offset])
      guard byte & 0xC0 == 0x80 else { return }
      scalar = scalar << 6 | byte & 0x3F
    }
    let smallest: UInt32 = size == 4 ? 0x10000 : size == 3 ? 0x800 : 0x80
    guard scalar >= smallest, scalar < 0x110000, scalar & ~0x7FF != 0xD800 else { return }
    (value, length) = (scalar, size)
  }

  /// What a code point of 0x80 or above does. O(1).
  static func role(_ c: UInt32) -> Role {
    switch c {
    case 0x80..<0xC0: latin1Sign(c)
    case 0xC0..<0x250: .word(lowerLatin(c))
    case 0x300..<0x370: .nothing
    case 0x370..<0x400: .word((0x391...0x3A9).contains(c) ? c + 0x20 : c)
    case 0x400..<0x410: .word(c + 0x50)
    case 0x410..<0x430: .word(c + 0x20)
    case 0x200B...0x200F, 0x202A...0x202E, 0x2018, 0x2019, 0xFE00...0xFE0F, 0xFEFF: .nothing
    case 0x2000..<0x2070, 0x3000..<0x3040: .gap
    case 0x20A0..<0x20D0, 0x2190..<0x2C00: .symbol(c)
    case 0x3040..<0x3100, 0x3400..<0xA000: .symbol(c)
    case 0xFF01..<0xFF5F: fullWidth(c - 0xFEE0)
    case 0x1F3FB...0x1F3FF, 0xE0000..<0xE1000: .nothing
    case 0x1F000..<0x20000: .symbol(c)
    case 0x20000..<0x32000: .symbol(c)
    default: .word(c)
    }
  }

  /// The signs between the control codes and the letters of Latin-1.
  private static func latin1Sign(_ c: UInt32) -> Role {
    switch c {
    case 0xA2...0xA5: .symbol(c)
    case 0xAA, 0xB5, 0xBA: .word(c)
    case 0xAD: .nothing
    default: .gap
    }
  }

  /// Lower case in Latin-1, Latin Extended-A; the signs × and ÷ stay.
  private static func lowerLatin(_ c: UInt32) -> UInt32 {
    switch c {
    case 0xC0...0xDE where c != 0xD7: c + 0x20
    case 0x139...0x148, 0x179...0x17E: c & 1 == 1 ? c + 1 : c
    case 0x178: 0xFF
    case 0x100...0x137, 0x14A...0x177: c | 1
    default: c
    }
  }

  /// ASCII written in full width, as ``Tokenizer`` treats ASCII.
  private static func fullWidth(_ c: UInt32) -> Role {
    switch c {
    case 0x30...0x39, 0x5F, 0x61...0x7A: .word(c)
    case 0x41...0x5A: .word(c + 0x20)
    case 0x24: .symbol(c)
    case 0x27: .nothing
    default: .gap
    }
  }
}

/// Words and marks of a text as bytes: what the audits count without a tokeniser's judgement.
enum WordText {
  /// How many runs of bytes other than white space there are.
  static func wordCount(_ text: Span<UInt8>) -> Int {
    var (count, inWord) = (0, false)
    for index in text.indices {
      let isSpace = isSpace(text[index])
      if !isSpace && !inWord { count += 1 }
      inWord = !isSpace
    }
    return count
  }

  /// Whether the first letter is a small one of ASCII; nil where the text begins with anything but
  /// an ASCII letter.
  static func startsLowerCase(_ text: Span<UInt8>) -> Bool? {
    for index in text.indices where !isSpace(text[index]) {
      switch text[index] {
      case 0x61...0x7A: return true
      case 0x41...0x5A: return false
      default: return nil
      }
    }
    return nil
  }

  /// Whether the last byte but white space is one of `. ! ?`.
  static func endsInPunctuation(_ text: Span<UInt8>) -> Bool {
    for index in text.indices.reversed() where !isSpace(text[index]) {
      return text[index] == 0x2E || text[index] == 0x21 || text[index] == 0x3F
    }
    return false
  }

  /// Whether a question mark stands in the text.
  static func holdsQuestion(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] == 0x3F { return true }
    return false
  }

  /// Whether `wanted` stands in the text.
  static func contains(_ text: Span<UInt8>, _ wanted: [UInt8]) -> Bool {
    guard text.count >= wanted.count, let first = wanted.first else { return wanted.isEmpty }
    for start in 0...(text.count - wanted.count) where text[start] == first {
      if wanted.indices.allSatisfy({ text[start + $0] == wanted[$0] }) { return true }
    }
    return false
  }

  /// Small ASCII letters, digits and all bytes above ASCII, words one space apart; an apostrophe is
  /// passed over: `Don't  STOP!` is `dont stop`. Puts them into `bytes`, whose capacity is kept.
  ///
  /// - Returns: how many words there are.
  @discardableResult
  static func normalise(_ text: Span<UInt8>, into bytes: inout [UInt8]) -> Int {
    bytes.removeAll(keepingCapacity: true)
    var (words, gap) = (0, true)
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case 0x27: continue
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x80...:
        if gap {
          words += 1
          if words > 1 { bytes.append(0x20) }
          gap = false
        }
        bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      default: gap = true
      }
    }
    return words
  }

  /// A 64-bit hash of bytes; two of a million texts fall together once in forty million times.
  static func hash(_ bytes: Span<UInt8>, _ start: UInt64 = 0) -> UInt64 {
    var state = start ^ (UInt64(bytes.count) &* 0xD1B5_4A32_D192_ED03)
    for index in bytes.indices {
      state = (state ^ UInt64(bytes[index])) &* 0x9E37_79B9_7F4A_7C15
      state ^= state &>> 29
    }
    return state
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 9 && byte <= 13)
  }
}

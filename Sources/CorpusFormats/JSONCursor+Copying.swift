extension JSONCursor {
  /// Passes a string whose opening quote is next, and adds what it stands for to `output`, which must
  /// have room for the rest of the line and one word.
  ///
  /// Words are copied while they are searched, so that a text is touched once.
  @inline(__always) mutating func copyString(
    _ text: Span<UInt8>, to output: inout OutputSpan<UInt8>
  ) throws(LineFault) {
    position += 1
    position = Self.copyASCII(text, from: position, to: &output)
    if text[position] == UInt8(ascii: "\"") {
      position += 1
    } else {
      try copyRest(text, to: &output)
    }
  }

  /// Adds a string from its first character on that is not plain ASCII.
  @inline(never) private mutating func copyRest(
    _ text: Span<UInt8>, to output: inout OutputSpan<UInt8>
  ) throws(LineFault) {
    while true {
      switch text[position] {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"):
        Self.append(try escape(text), to: &output)
      case 0x80...:
        let start = position
        repeat {
          position = text.endOfMultibyte(from: position)
          if text[position] >= 0x80 { throw fault("invalid UTF-8; expected well-formed UTF-8") }
          // Between words of other alphabets stands one space, not worth a change of pace.
        } while passSpace(text)
        Self.copy(text, start..<position, to: &output)
      default: throw control(text)
      }
      position = Self.copyASCII(text, from: position, to: &output)
    }
  }

  /// Copies up to the next quote, backslash, control or non-ASCII byte, whose position is returned.
  @inline(__always) private static func copyASCII(
    _ text: Span<UInt8>, from start: Int, to output: inout OutputSpan<UInt8>
  ) -> Int {
    output.withUnsafeMutableBufferPointer { buffer, count in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      var position = start
      while true {
        let word = text.word(at: position)
        let hits = specials(word)
        precondition(count &+ 8 <= bytes.count)
        bytes.storeBytes(of: word.littleEndian, toByteOffset: count, as: UInt64.self)
        if hits != 0 {
          // What was copied beyond is not counted, and overwritten by what follows.
          count &+= hits.trailingZeroBitCount >> 3
          return position &+ hits.trailingZeroBitCount >> 3
        }
        count &+= 8
        position &+= 8
      }
    }
  }

  /// Passes a space before a character that is not ASCII.
  @inline(__always) private mutating func passSpace(_ text: Span<UInt8>) -> Bool {
    guard text[position] == 0x20, text[position + 1] >= 0x80 else { return false }
    position += 1
    return true
  }

  /// Copies the bytes that stand in `range`, word by word.
  private static func copy(
    _ text: Span<UInt8>, _ range: Range<Int>, to output: inout OutputSpan<UInt8>
  ) {
    output.withUnsafeMutableBufferPointer { buffer, count in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      precondition(count &+ range.count &+ 8 <= bytes.count)
      for offset in stride(from: 0, to: range.count, by: 8) {
        let word = text.word(at: range.lowerBound + offset)
        bytes.storeBytes(of: word.littleEndian, toByteOffset: count + offset, as: UInt64.self)
      }
      count += range.count
    }
  }

  private static func append(_ scalar: UInt32, to output: inout OutputSpan<UInt8>) {
    if scalar < 0x80 { return output.append(UInt8(scalar)) }
    var bytes: [UInt8] = []
    append(scalar, to: &bytes)
    for byte in bytes { output.append(byte) }
  }
}

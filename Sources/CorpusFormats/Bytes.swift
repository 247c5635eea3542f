extension Span<UInt8> {
  /// Eight bytes from `position` on, the first one lowest.
  @inline(__always) func word(at position: Int) -> UInt64 {
    UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  /// Where well-formed multi-byte characters end: at an ASCII byte, or before a malformed character.
  ///
  /// Source: The Unicode Standard, table 3-7, well-formed UTF-8 byte sequences.
  func endOfMultibyte(from start: Int) -> Int {
    var position = start
    while true {
      let first = self[position]
      guard first >= 0x80 else { return position }
      let second = self[position + 1]
      switch first {
      case 0xc2...0xdf:
        guard second & 0xc0 == 0x80 else { return position }
        position += 2
      case 0xe0...0xef:
        let lowest: UInt8 = first == 0xe0 ? 0xa0 : 0x80
        let highest: UInt8 = first == 0xed ? 0x9f : 0xbf
        guard lowest...highest ~= second, self[position + 2] & 0xc0 == 0x80 else { return position }
        position += 3
      case 0xf0...0xf4:
        let lowest: UInt8 = first == 0xf0 ? 0x90 : 0x80
        let highest: UInt8 = first == 0xf4 ? 0x8f : 0xbf
        guard lowest...highest ~= second, self[position + 2] & 0xc0 == 0x80,
          self[position + 3] & 0xc0 == 0x80
        else { return position }
        position += 4
      default: return position
      }
    }
  }
}

extension [UInt8] {
  /// Adds the bytes that stand in `range` of `text`.
  @inline(__always) mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    text.extracting(range).withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// Adds the decimal digits of a number.
  mutating func append(decimal number: UInt64) {
    var scale: UInt64 = 1
    while number / scale >= 10 { scale *= 10 }
    while scale > 0 {
      append(UInt8(ascii: "0") + UInt8(number / scale % 10))
      scale /= 10
    }
  }

  /// Adds ASCII text known when compiling.
  @inline(__always) mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

extension OutputSpan<UInt8> {
  /// Adds ASCII text known when compiling.
  @inline(__always) mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds the bytes that stand in `range` of `text`.
  @inline(__always) mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    text.extracting(range).withUnsafeBufferPointer { append($0) }
  }

  @inline(__always) private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    precondition(bytes.count <= freeCapacity, "no room for the bytes")
    withUnsafeMutableBufferPointer { buffer, count in
      guard let target = buffer.baseAddress, let source = bytes.baseAddress else { return }
      (target + count).initialize(from: source, count: bytes.count)
      count += bytes.count
    }
  }

  /// Adds a word, its lowest byte first, of which only the first `kept` bytes count.
  ///
  /// - Precondition: there is room for all eight.
  @inline(__always) mutating func append(word: UInt64, keeping kept: Int) {
    precondition(freeCapacity >= 8 && kept <= 8, "no room for a word")
    withUnsafeMutableBufferPointer { buffer, count in
      UnsafeMutableRawBufferPointer(buffer).storeBytes(
        of: word.littleEndian, toByteOffset: count, as: UInt64.self)
      count += kept
    }
  }
}

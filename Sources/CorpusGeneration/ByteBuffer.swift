/// Bytes of one message under construction, in an array that is written in place and never shrinks.
struct ByteBuffer: Sendable {
  /// Bytes that are copied at once; so many always stand behind the message.
  private static let block = 16

  /// The first ``count`` of these are the message.
  private(set) var bytes = [UInt8](repeating: 0, count: 1 << 10)
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }
  var last: UInt8 { count > 0 ? bytes[count - 1] : 0 }

  subscript(_ index: Int) -> UInt8 {
    get { bytes[index] }
    set { bytes[index] = newValue }
  }

  /// Makes room for so many bytes more and a block behind them.
  @inline(__always) mutating func reserve(_ more: Int) {
    if count + more + Self.block > bytes.count {
      bytes.append(contentsOf: repeatElement(0, count: max(more, bytes.count)))
    }
  }

  @inline(__always) mutating func append(_ byte: UInt8) {
    reserve(1)
    bytes[count] = byte
    count += 1
  }

  /// Adds a part of other bytes.
  @inline(__always) mutating func append(_ other: Span<UInt8>, _ start: Int, _ end: Int) {
    let part = other.extracting(start..<end)
    reserve(part.count)
    bytes.withUnsafeMutableBytes { target in
      // Most parts are a few words: one block of fixed size costs less than a call.
      if part.count <= Self.block, start + Self.block <= other.count {
        target.storeBytes(
          of: other.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: SIMD16<UInt8>.self),
          toByteOffset: count, as: SIMD16<UInt8>.self)
      } else {
        part.withUnsafeBytes { source in
          UnsafeMutableRawBufferPointer(rebasing: target[count..<count + source.count])
            .copyMemory(from: source)
        }
      }
    }
    count += part.count
  }

  mutating func append(_ other: [UInt8]) { append(other.span, 0, other.count) }

  mutating func removeAll() { count = 0 }
  mutating func removeLast() { count -= 1 }

  /// Copies everything behind `target`.
  func write(to target: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { target.append(contentsOf: $0[..<count]) }
  }

  /// Words from `start` on: runs of bytes between blanks. O(bytes), eight of them at a time.
  func words(from start: Int = 0) -> Int {
    var words = 0
    // The high bit of each byte: whether it is a blank, and whether the byte before it is one.
    let high: UInt64 = 0x8080_8080_8080_8080
    var before: UInt64 = 0x80
    var at = start
    while at < count {
      let word = LetterRun.word(bytes.span, at) ^ 0x2020_2020_2020_2020
      // Exact for every byte: sums of seven-bit numbers do not carry into the next.
      let others = ((word & ~high) &+ ~high | word) & high
      let left = count &- at
      let counted = left < 8 ? LetterRun.prefix(others, left) : others
      words &+= (counted & (~others << 8 | before)).nonzeroBitCount
      before = ~others >> 56 & 0x80
      at &+= 8
    }
    return words
  }
}

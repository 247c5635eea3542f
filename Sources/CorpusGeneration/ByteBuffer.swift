/// Bytes of one message under construction, in an array that is written in place and never shrinks.
struct ByteBuffer: Sendable {
  /// The first ``count`` of these are the message.
  private(set) var bytes = [UInt8](repeating: 0, count: 1 << 10)
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }
  var last: UInt8 { count > 0 ? bytes[count - 1] : 0 }

  subscript(_ index: Int) -> UInt8 {
    get { bytes[index] }
    set { bytes[index] = newValue }
  }

  /// Makes room for so many bytes more.
  @inline(__always) mutating func reserve(_ more: Int) {
    if count + more > bytes.count {
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
    reserve(end - start)
    let offset = count - start
    count += end - start
    var target = bytes.mutableSpan
    for index in start..<end { target[offset + index] = other[index] }
  }

  mutating func append(_ other: [UInt8]) { append(other.span, 0, other.count) }

  mutating func removeAll() { count = 0 }
  mutating func removeLast() { count -= 1 }

  /// Copies everything behind `target`.
  func write(to target: inout [UInt8]) { target.append(contentsOf: bytes[..<count]) }

  /// Words from `start` on: runs of bytes between blanks.
  func words(from start: Int = 0) -> Int {
    let span = bytes.span
    var words = 0
    var before: UInt8 = 0x20
    for index in start..<count {
      let byte = span[index]
      if before == 0x20, byte != 0x20 { words += 1 }
      before = byte
    }
    return words
  }
}

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
    let part = other.extracting(start..<end)
    reserve(part.count)
    // One block: a loop over checked bytes costs more than all the grammars do.
    bytes.withUnsafeMutableBytes { target in
      part.withUnsafeBytes { source in
        UnsafeMutableRawBufferPointer(rebasing: target[count..<count + source.count])
          .copyMemory(from: source)
      }
    }
    count += part.count
  }

  mutating func append(_ other: [UInt8]) { append(other.span, 0, other.count) }

  mutating func removeAll() { count = 0 }
  mutating func removeLast() { count -= 1 }

  /// Copies everything behind `target`.
  func write(to target: inout [UInt8]) { target.append(contentsOf: bytes[..<count]) }

  /// Words from `start` on: runs of bytes between blanks.
  func words(from start: Int = 0) -> Int {
    guard start < count else { return 0 }
    return bytes[start..<count].withUnsafeBufferPointer { bytes in
      // Begins of words; without a branch, so that many bytes are compared at once.
      var words: UInt32 = bytes[0] != 0x20 ? 1 : 0
      for index in 1..<bytes.count {
        let begins = bytes[index] != 0x20 && bytes[index &- 1] == 0x20
        words &+= begins ? 1 : 0
      }
      return Int(words)
    }
  }
}

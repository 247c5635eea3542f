import Glibc

/// The lines of a file in a buffer that grows with the longest line and no further.
///
/// Behind each line stands its newline, and behind the buffer a margin, so that a parser may load whole
/// words at any position of the line and stops at the newline without counting.
struct LineReader: ~Copyable {
  /// Where a line stands in ``buffer``.
  enum Line: Equatable {
    /// Its bytes without the newline, which stands at the upper bound.
    case found(Range<Int>)
    /// Its first bytes exceed the limit; the next call goes on behind it.
    case tooLong
    case end
  }

  /// How far a parser may look past the newline of a line.
  static let margin = 64

  private(set) var buffer: [UInt8]
  /// 1-based number of the line returned last.
  private(set) var number = 0
  let name: String
  private var source: ByteSource
  private let limit: Int
  /// Unread bytes stand in `start..<end`, and those before `searched` hold no newline.
  private var start = 0
  private var end = 0
  private var searched = 0
  private var isAtEnd = false
  private var isSkipping = false

  init(path: String, limit: Int = 64 << 20, block: Int = 128 << 10) throws(UnreadableFile) {
    source = try ByteSource(path: path)
    name = source.name
    self.limit = limit
    buffer = Array(repeating: 0, count: block + Self.margin)
  }

  /// The next line, whatever it holds.
  mutating func next() throws(UnreadableFile) -> Line {
    if isSkipping { try skipLine() }
    while true {
      if let newline = newline() {
        let line = start..<newline
        start = newline + 1
        searched = start
        number += 1
        if line.count > limit { return .tooLong }
        return .found(line)
      }
      if end - start > limit {
        number += 1
        isSkipping = true
        return .tooLong
      }
      if isAtEnd {
        if start == end { return .end }
        buffer[end] = UInt8(ascii: "\n")
        end += 1
        continue
      }
      try fill()
    }
  }

  /// Drops the rest of a line that is too long, without keeping it.
  private mutating func skipLine() throws(UnreadableFile) {
    isSkipping = false
    while true {
      if let newline = newline() {
        start = newline + 1
        searched = start
        return
      }
      (start, end, searched) = (0, 0, 0)
      if isAtEnd { return }
      try fill()
    }
  }

  private mutating func newline() -> Int? {
    let range = searched..<end
    searched = end
    return buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, !range.isEmpty,
        let found = memchr(base + range.lowerBound, 0x0a, range.count)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Reads one block behind the unread bytes, after moving them to the front or making room.
  private mutating func fill() throws(UnreadableFile) {
    let capacity = buffer.count - Self.margin
    if start > 0 {
      buffer.withUnsafeMutableBytes { bytes in
        if let base = bytes.baseAddress { memmove(base, base + start, end - start) }
      }
      (searched, end, start) = (searched - start, end - start, 0)
    } else if end == capacity {
      grow()
    }
    let count = try source.read(into: &buffer, at: end..<buffer.count - Self.margin)
    end += count
    isAtEnd = count == 0
  }

  /// Doubles the room, by one copy of memory.
  private mutating func grow() {
    let old = buffer.count
    let count = old * 2 - Self.margin
    buffer = [UInt8](unsafeUninitializedCapacity: count) { bytes, initialized in
      buffer.withUnsafeBytes { UnsafeMutableRawBufferPointer(bytes).copyMemory(from: $0) }
      if let base = bytes.baseAddress { memset(base + old, 0, count - old) }
      initialized = count
    }
  }
}

import Glibc

/// A few names and the position of each, found from bytes without making a String.
///
/// ```swift
/// var table = NameTable(["ordinary", "contact"])
/// "contact".utf8.withContiguousStorageIfAvailable { table.index(of: $0) }  // 1
/// ```
struct NameTable {
  /// Above this many names a dictionary is faster than comparing them one by one.
  private static let scanLimit = 16

  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// The first eight bytes of each name, zeros behind a shorter one.
  private var heads: [UInt64] = []
  private var positions: [String: Int] = [:]
  /// A name of at most eight bytes that was found, whole in its head.
  private struct Recent {
    var head: UInt64 = 0
    var count = -1
    var index = 0
  }

  /// The two names found last, since most talk is of two.
  private var recent = Recent()
  private var previous = Recent()

  /// A table of `names`; of equal ones the first counts.
  init(_ names: [String] = []) { replace(with: names) }

  /// How many names it holds.
  var count: Int { ends.count }

  /// Forgets the names and takes others, keeping the memory.
  mutating func replace(with names: [String]) {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    heads.removeAll(keepingCapacity: true)
    if !positions.isEmpty { positions.removeAll() }
    (recent, previous) = (Recent(), Recent())
    for name in names { append(name) }
  }

  /// Adds a name at the next position.
  mutating func append(_ name: String) {
    let start = bytes.count
    bytes.append(contentsOf: name.utf8)
    ends.append(bytes.count)
    heads.append(bytes[start...].withUnsafeBufferPointer { Self.head($0) })
    if ends.count == Self.scanLimit + 1 {
      for index in ends.indices { position(self[index], at: index) }
    } else if ends.count > Self.scanLimit {
      position(name, at: ends.count - 1)
    }
  }

  /// The name at a position.
  subscript(index: Int) -> String {
    String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
  }

  /// The position of a name, or nil. O(names) up to 16 of them, then O(length).
  mutating func index(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    let head = Self.head(name)
    if recent.head == head, recent.count == name.count { return recent.index }
    if previous.head == head, previous.count == name.count {
      swap(&recent, &previous)
      return recent.index
    }
    guard let found = search(name, head) else { return nil }
    if name.count <= 8 {
      previous = recent
      recent = Recent(head: head, count: name.count, index: found)
    }
    return found
  }

  private func search(_ name: UnsafeBufferPointer<UInt8>, _ head: UInt64) -> Int? {
    if !positions.isEmpty { return positions[String(decoding: name, as: UTF8.self)] }
    return heads.indices.first { heads[$0] == head && isEqual(name, $0) }
  }

  /// Calls `body` with the bytes of all names and where each ends.
  func withNames<Result>(
    _ body: (UnsafeBufferPointer<UInt8>, [Int]) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { try body($0, ends) }
  }

  private mutating func position(_ name: String, at index: Int) {
    if positions[name] == nil { positions[name] = index }
  }

  /// Whether a name whose head is that of the name at `index` is that name.
  @inline(__always)
  private func isEqual(_ name: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    let count = ends[index] - start
    guard count == name.count else { return false }
    guard count > 8, let other = name.baseAddress else { return true }
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { memcmp($0 + start, other, count) == 0 } ?? false
    }
  }

  /// The first eight bytes as a number, or all of a shorter name.
  @inline(__always)
  private static func head(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(name)
    switch name.count {
    case 8...: return raw.loadUnaligned(as: UInt64.self).littleEndian
    case 4...7:
      // Two halves that overlap say the same where they do.
      let rest = raw.loadUnaligned(fromByteOffset: name.count - 4, as: UInt32.self)
      let half = raw.loadUnaligned(as: UInt32.self).littleEndian
      return UInt64(half) | UInt64(rest.littleEndian) << UInt64(8 * (name.count - 4))
    default:
      var head: UInt64 = 0
      for byte in name.reversed() { head = head << 8 | UInt64(byte) }
      return head
    }
  }
}

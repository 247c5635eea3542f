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
  /// The name found last among those that share a ``slot(_:_:)``, or -1: what a longer one is
  /// compared with before all others.
  private var found = InlineArray<256, Int32>(repeating: -1)

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
    found = InlineArray(repeating: -1)
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
    if name.count <= 8 {
      guard let index = search(name, head) else { return nil }
      previous = recent
      recent = Recent(head: head, count: name.count, index: index)
      return index
    }
    let slot = Self.slot(head, name)
    let last = Int(found[slot])
    if last >= 0, heads[last] == head, isEqual(name, last) { return last }
    guard let index = search(name, head) else { return nil }
    found[slot] = Int32(index)
    return index
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

  /// A number below 256 that both ends of a name of more than eight bytes decide.
  @inline(__always)
  private static func slot(_ head: UInt64, _ name: UnsafeBufferPointer<UInt8>) -> Int {
    let tail = UnsafeRawBufferPointer(name).loadUnaligned(
      fromByteOffset: name.count - 8, as: UInt64.self)
    let mixed = (head &+ tail &* 0xD1B5_4A32_D192_ED03) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 56)
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
    case 1...3:
      // The first, the middle and the last byte, whichever of them are the same.
      let (middle, last) = (name.count / 2, name.count - 1)
      return UInt64(name[0]) | UInt64(name[middle]) << UInt64(8 * middle)
        | UInt64(name[last]) << UInt64(8 * last)
    default: return 0
    }
  }
}

/// Byte strings numbered in the order of their first appearance.
///
/// They are compared byte by byte, never by canonical equivalence. Amortised O(length) a look-up.
struct ByteStringTable: ~Copyable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// Position + 1 in ``ends``; 0 is free. Its size is a power of two.
  private var slots: [UInt32]

  init() { slots = Array(repeating: 0, count: 64) }

  var count: Int { ends.count }

  func string(_ index: Int) -> String {
    String(decoding: bytes[range(index)], as: UTF8.self)
  }

  /// The number of the string that stands in `range` of `text`; nil for others.
  func find(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let hash = Self.hash(text, range)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash, isEqual(index, text, range) { return index }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The number of the string that stands in `range` of `text`, and whether it is new.
  mutating func insert(
    _ text: Span<UInt8>, _ range: Range<Int>
  ) -> (index: Int, isNew: Bool) {
    let hash = Self.hash(text, range)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash, isEqual(index, text, range) { return (index, false) }
      slot = (slot + 1) & mask
    }
    bytes.append(text, range)
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return (ends.count - 1, true)
  }

  /// Forgets all strings and keeps the capacity. O(count).
  mutating func removeAll() {
    if hashes.count > 16 {
      for slot in slots.indices { slots[slot] = 0 }
    } else {
      // Probing stays within the run of used slots behind the one of the hash.
      let mask = slots.count - 1
      for hash in hashes {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
          slots[slot] = 0
          slot = (slot + 1) & mask
        }
      }
    }
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  private func isEqual(_ index: Int, _ text: Span<UInt8>, _ other: Range<Int>) -> Bool {
    let mine = range(index)
    guard mine.count == other.count else { return false }
    for offset in 0..<mine.count
    where bytes[mine.lowerBound + offset] != text[other.lowerBound + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    let mask = slots.count - 1
    for index in hashes.indices {
      var slot = Int(truncatingIfNeeded: hashes[index]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// FNV-1a by bytes with a final mix; names are short.
  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for position in range { hash = (hash ^ UInt64(text[position])) &* 0x0000_0100_0000_01b3 }
    hash ^= hash >> 32
    hash = hash &* 0x9e37_79b9_7f4a_7c15
    return hash ^ hash >> 29
  }
}

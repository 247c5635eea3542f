/// A fixed list of short names, such as the members of an object or the cases of an enumeration.
///
/// Names are compared as three words of eight bytes, so none may exceed 24 bytes.
struct NameTable {
  /// How many bytes can be loaded from the start of a name.
  static let margin = 24

  /// The names in the order of their numbers.
  let names: [String]
  /// A name and its number; no bytes where the slot is free.
  private struct Slot {
    var key: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var count = 0
    var index = 0
  }

  private var slots: [Slot]

  init(_ names: [String]) {
    precondition(names.count < 64 && names.allSatisfy { 1...24 ~= $0.utf8.count })
    self.names = names
    slots = Array(repeating: Slot(), count: 128)
    for (index, name) in names.enumerated() {
      let bytes = Array(name.utf8) + Array(repeating: 0, count: Self.margin)
      let key = Self.key(bytes.span, 0..<name.utf8.count)
      var slot = Self.slot(key)
      while slots[slot].count != 0 { slot = (slot + 1) & 127 }
      slots[slot] = Slot(key: key, count: name.utf8.count, index: index)
    }
  }

  /// The table of the raw values of an enumeration.
  init<Case: CaseIterable & RawRepresentable>(_ type: Case.Type) where Case.RawValue == String {
    self.init(type.allCases.map(\.rawValue))
  }

  /// The number of the name that stands in `range` of `text`; nil for others.
  ///
  /// - Precondition: 24 bytes can be loaded at the start of the range.
  @inline(__always) func find(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard 1...24 ~= range.count else { return nil }
    let key = Self.key(text, range)
    var slot = Self.slot(key)
    while slots[slot].count != 0 {
      if slots[slot].key == key, slots[slot].count == range.count { return slots[slot].index }
      slot = (slot + 1) & 127
    }
    return nil
  }

  /// `a, b or c`, for messages.
  var list: String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  @inline(__always) private static func key(
    _ text: Span<UInt8>, _ range: Range<Int>
  ) -> (UInt64, UInt64, UInt64) {
    let start = range.lowerBound
    let count = range.count
    return (
      text.word(at: start) & mask(count),
      count > 8 ? text.word(at: start + 8) & mask(count - 8) : 0,
      count > 16 ? text.word(at: start + 16) & mask(count - 16) : 0
    )
  }

  @inline(__always) private static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? ~0 : (1 << UInt64(8 * count)) - 1
  }

  @inline(__always) private static func slot(_ key: (UInt64, UInt64, UInt64)) -> Int {
    Int(((key.0 ^ key.1 &* 31 ^ key.2 &* 961) &* 0x9e37_79b9_7f4a_7c15) >> 57)
  }
}

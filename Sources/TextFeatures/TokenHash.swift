/// The hash of a token while its bytes come in.
///
/// Eight bytes are packed into a word before they are mixed, so that a usual token costs one
/// multiplication and MurmurHash3's 64-bit finaliser (Appleby 2011).
@usableFromInline struct TokenHash {
  private var state: UInt64 = 0
  private var packed: UInt64 = 0
  /// How many bytes have come in.
  private(set) var count = 0
  /// Whether a byte other than a digit has come in.
  private var hasOther = false

  /// A token without bytes.
  init() {}

  /// Adds one byte.
  @inline(__always) mutating func append(_ byte: UInt8) {
    packed = packed << 8 | UInt64(byte)
    count &+= 1
    hasOther = hasOther || byte &- 0x30 > 9
    if count & 7 == 0 {
      state = (state ^ packed) &* 0x9E37_79B9_7F4A_7C15
      state ^= state >> 32
      packed = 0
    }
  }

  /// Adds a code point as its UTF-8 bytes.
  @inline(__always) mutating func append(scalar: UInt32) {
    if scalar < 0x80 { return append(UInt8(scalar)) }
    if scalar < 0x800 {
      append(UInt8(0xC0 | scalar >> 6))
    } else {
      if scalar < 0x10000 {
        append(UInt8(0xE0 | scalar >> 12))
      } else {
        append(UInt8(0xF0 | scalar >> 18))
        append(UInt8(0x80 | (scalar >> 12) & 0x3F))
      }
      append(UInt8(0x80 | (scalar >> 6) & 0x3F))
    }
    append(UInt8(0x80 | scalar & 0x3F))
  }

  /// The hash of the bytes so far; of digits alone only their number counts.
  @inline(__always) var value: UInt64 {
    Self.value(packed: state ^ packed, count: count, isNumber: !hasOther)
  }

  /// The hash of a token of at most seven bytes, the first of them highest in `packed`.
  @inlinable @inline(__always) static func value(packed: UInt64, count: Int, isNumber: Bool)
    -> UInt64
  {
    let content = isNumber ? 0x23 : packed
    return finalise(content ^ (UInt64(truncatingIfNeeded: count) &* 0xD1B5_4A32_D192_ED03))
  }

  /// The hash of two tokens in a row, neither commutative nor equal to the hash of one.
  @inlinable @inline(__always) static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    finalise((first &* 0x8CB9_2BA7_2F3D_8DD7) ^ second &+ 0x9E37_79B9_7F4A_7C15)
  }

  /// MurmurHash3's 64-bit finaliser: a bijection whose every output bit depends on every input bit.
  @inlinable @inline(__always) static func finalise(_ word: UInt64) -> UInt64 {
    var h = word
    h = (h ^ (h >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    h = (h ^ (h >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return h ^ (h >> 33)
  }
}

/// A keyed hash of one 64-bit word: without the key it says nothing of the word.
///
/// SipHash-2-4 (Aumasson & Bernstein 2012, doi:10.1007/978-3-642-34931-7_28) of the word's eight
/// bytes, least significant first.
///
/// ```swift
/// SipHash(key: (1, 2)).hash(42)
/// ```
public struct SipHash: Sendable {
  private let first: UInt64
  private let second: UInt64

  /// A hash under a key of 128 bits.
  public init(key: (UInt64, UInt64)) { (first, second) = key }

  /// The hash of a word. O(1).
  public func hash(_ word: UInt64) -> UInt64 {
    var v: (UInt64, UInt64, UInt64, UInt64) = (
      first ^ 0x736F_6D65_7073_6575, second ^ 0x646F_7261_6E64_6F6D,
      first ^ 0x6C79_6765_6E65_7261, second ^ 0x7465_6462_7974_6573
    )
    Self.absorb(word, &v)
    // The last block holds the length, 8, in its highest byte.
    Self.absorb(8 << 56, &v)
    v.2 ^= 0xFF
    for _ in 0..<4 { Self.round(&v) }
    return v.0 ^ v.1 ^ v.2 ^ v.3
  }

  @inline(__always) private static func absorb(
    _ block: UInt64, _ v: inout (UInt64, UInt64, UInt64, UInt64)
  ) {
    v.3 ^= block
    round(&v)
    round(&v)
    v.0 ^= block
  }

  @inline(__always) private static func round(_ v: inout (UInt64, UInt64, UInt64, UInt64)) {
    v.0 &+= v.1
    v.1 = v.1 << 13 | v.1 >> 51
    v.1 ^= v.0
    v.0 = v.0 << 32 | v.0 >> 32
    v.2 &+= v.3
    v.3 = v.3 << 16 | v.3 >> 48
    v.3 ^= v.2
    v.0 &+= v.3
    v.3 = v.3 << 21 | v.3 >> 43
    v.3 ^= v.0
    v.2 &+= v.1
    v.1 = v.1 << 17 | v.1 >> 47
    v.1 ^= v.2
    v.2 = v.2 << 32 | v.2 >> 32
  }
}

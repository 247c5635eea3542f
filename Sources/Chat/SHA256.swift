/// SHA-256 (FIPS 180-4), over bytes that may arrive in pieces.
///
/// ```swift
/// var hash = SHA256()
/// hash.update("abc".utf8)
/// SHA256.hex(hash.digest())  // "ba7816bf…f20015ad"
/// ```
public struct SHA256: Sendable {
  private var state: InlineArray<8, UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var block = InlineArray<64, UInt8>(repeating: 0)
  private var filled = 0
  private var length: UInt64 = 0

  /// The hash of no bytes yet.
  public init() {}

  /// The 32 bytes of the digest of `bytes`. O(count).
  public static func digest(of bytes: some Sequence<UInt8>) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.digest()
  }

  /// Lower-case hex digits, two a byte.
  public static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Adds bytes. O(count); allocates nothing where they lie in memory one after the other.
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { update($0.span) }
    if done == nil { update(Array(bytes).span) }
  }

  /// Adds bytes. O(count), allocates nothing.
  public mutating func update(_ bytes: Span<UInt8>) {
    length &+= UInt64(bytes.count)
    var next = 0
    if filled > 0 {
      while filled < 64, next < bytes.count {
        block[filled] = bytes[next]
        filled += 1
        next += 1
      }
      guard filled == 64 else { return }
      Self.compress(block.span, at: 0, into: &state)
      filled = 0
    }
    while next + 64 <= bytes.count {
      Self.compress(bytes, at: next, into: &state)
      next += 64
    }
    while next < bytes.count {
      block[filled] = bytes[next]
      filled += 1
      next += 1
    }
  }

  /// The 32 bytes for everything added so far; the hash can go on taking bytes.
  public func digest() -> [UInt8] {
    let words = digestWords()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for index in 0..<8 {
      for shift in stride(from: UInt32(24), through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: words[index] >> shift))
      }
    }
    return bytes
  }

  /// The digest as eight big-endian words, without an allocation.
  func digestWords() -> InlineArray<8, UInt32> {
    var copy = self
    copy.block[copy.filled] = 0x80
    for index in copy.filled + 1..<64 { copy.block[index] = 0 }
    if copy.filled >= 56 {
      Self.compress(copy.block.span, at: 0, into: &copy.state)
      for index in 0..<56 { copy.block[index] = 0 }
    }
    let bits = length &* 8
    for index in 0..<8 {
      copy.block[56 + index] = UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * index))
    }
    Self.compress(copy.block.span, at: 0, into: &copy.state)
    return copy.state
  }

  /// Takes in the 64 bytes of `bytes` at `start`.
  private static func compress(
    _ bytes: Span<UInt8>, at start: Int, into state: inout InlineArray<8, UInt32>
  ) {
    let raw = bytes.bytes
    var w = InlineArray<16, UInt32>(repeating: 0)
    for t in 0..<16 {
      w[t] = UInt32(
        bigEndian: raw.unsafeLoadUnaligned(fromByteOffset: start + 4 * t, as: UInt32.self))
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for round in stride(from: 0, to: 64, by: 16) {
      for t in 0..<16 {
        if round > 0 {
          let early = w[(t + 1) & 15]
          let late = w[(t + 14) & 15]
          let s0 = Self.rotate(early, 7) ^ Self.rotate(early, 18) ^ (early >> 3)
          let s1 = Self.rotate(late, 17) ^ Self.rotate(late, 19) ^ (late >> 10)
          w[t] = w[t] &+ s0 &+ w[(t + 9) & 15] &+ s1
        }
        let s1 = Self.rotate(e, 6) ^ Self.rotate(e, 11) ^ Self.rotate(e, 25)
        let first = h &+ s1 &+ (g ^ (e & (f ^ g))) &+ Self.constants[round + t] &+ w[t]
        let s0 = Self.rotate(a, 2) ^ Self.rotate(a, 13) ^ Self.rotate(a, 22)
        let second = s0 &+ ((a & b) | (c & (a | b)))
        (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
      }
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  @inline(__always) private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  private static let constants: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}

/// A counter-based generator: the n-th number of a stream depends on its key and n alone.
///
/// Every conversation draws from its own stream, so output is the same at any number of threads and
/// in any shard. The mixer is SplitMix64's (Steele, Lea, Flood 2014, doi:10.1145/2714064.2660195).
///
/// ```swift
/// var random = CounterRandom(seed: 7, stream: 3)
/// let a = random.next()
/// CounterRandom(seed: 7, stream: 3).value(at: 0) == a  // true
/// ```
public struct CounterRandom: RandomNumberGenerator, Sendable {
  private let key: UInt64
  private var counter: UInt64 = 0

  /// The stream number `stream` of `seed`; a different `purpose` gives independent numbers.
  public init(seed: UInt64, stream: UInt64, purpose: UInt64 = 0) {
    let first = Self.mix(seed &+ 0x9E37_79B9_7F4A_7C15)
    let second = Self.mix(first ^ (stream &* 0xD1B5_4A32_D192_ED03))
    key = Self.mix(second ^ (purpose &* 0x8CB9_2BA7_2F3D_8DD7))
  }

  /// SplitMix64's finaliser, a bijection of 64-bit words.
  @inline(__always) public static func mix(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The number at position `index` of the stream. O(1).
  @inline(__always) public func value(at index: UInt64) -> UInt64 {
    Self.mix(key &+ (index &+ 1) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// The next number of the stream.
  @inline(__always) public mutating func next() -> UInt64 {
    let result = value(at: counter)
    counter &+= 1
    return result
  }

  /// A whole number in `0..<bound`, by multiplication (Lemire 2019) without rejection: the bias is
  /// below bound / 2⁶⁴.
  ///
  /// - Precondition: `bound` > 0.
  @inlinable @inline(__always) public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "an empty range has no number")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number in 0…1 (1 excluded), a multiple of 2⁻⁵³; exact on every machine.
  @inline(__always) public mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }
}

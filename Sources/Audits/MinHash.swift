import Statistics

/// The set of character 5-grams of a text as sorted hashes, and how alike two such sets are.
struct ShingleSet: Sendable, Equatable {
  /// How many characters (bytes) a shingle has.
  static let width = 5

  /// Ascending, each once.
  let hashes: [UInt32]

  /// The shingles of a normalised text; one of fewer than five bytes is its own only shingle.
  init(_ text: Span<UInt8>) {
    var hashes: [UInt32] = []
    hashes.reserveCapacity(text.count)
    var window: UInt64 = 0
    for index in text.indices {
      window = (window << 8 | UInt64(text[index])) & 0xFF_FFFF_FFFF
      if index + 1 >= Self.width || index + 1 == text.count {
        hashes.append(UInt32(truncatingIfNeeded: CounterRandom.mix(window)))
      }
    }
    self.init(hashes: hashes)
  }

  /// A set of these hashes.
  init(hashes: [UInt32]) {
    var hashes = hashes.sorted()
    var kept = 0
    for index in hashes.indices where index == 0 || hashes[index] != hashes[kept - 1] {
      hashes[kept] = hashes[index]
      kept += 1
    }
    hashes.removeSubrange(kept...)
    self.hashes = hashes
  }

  /// Shared shingles over all shingles (Jaccard 1912); 1 for two empty sets. O(n).
  static func jaccard(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) -> Double {
    guard !a.isEmpty || !b.isEmpty else { return 1 }
    var (i, j, shared) = (a.startIndex, b.startIndex, 0)
    while i < a.endIndex, j < b.endIndex {
      if a[i] == b[j] {
        shared += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(shared) / Double(a.count + b.count - shared)
  }
}

/// Signatures whose share of equal places estimates the Jaccard similarity (Broder 1997,
/// doi:10.1109/SEQUEN.1997.666900), cut into bands for locality-sensitive hashing (Leskovec,
/// Rajaraman and Ullman 2014, §3.4).
///
/// 16 bands of 5 rows: two texts of similarity s share a band with probability 1 − (1 − s⁵)¹⁶, which
/// is .998 at .8, .40 at .5 and .04 at .3; what shares one is compared exactly.
struct MinHash: Sendable {
  /// How many places a signature has.
  static let count = 80
  static let bands = 16
  static let rows = 5

  private let factors: [SIMD16<UInt32>]
  private let offsets: [SIMD16<UInt32>]

  init() {
    var random = CounterRandom(seed: 0, stream: 0, purpose: 0x3A5B)
    func numbers(odd: Bool) -> [SIMD16<UInt32>] {
      (0..<(Self.count / 16)).map { _ in
        var vector = SIMD16<UInt32>()
        for lane in 0..<16 {
          vector[lane] = UInt32(truncatingIfNeeded: random.next() >> 32) | (odd ? 1 : 0)
        }
        return vector
      }
    }
    (factors, offsets) = (numbers(odd: true), numbers(odd: false))
  }

  /// The signature: for each place the least of a permutation of the hashes. O(80 n).
  func signature(_ shingles: ShingleSet) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(Self.count)
    for group in factors.indices {
      let (factor, offset) = (factors[group], offsets[group])
      var least = SIMD16<UInt32>(repeating: .max)
      for hash in shingles.hashes {
        // Both steps are bijections of 32 bits; the shift lets low bits of the product count.
        var value = SIMD16(repeating: hash) &* factor &+ offset
        value = (value ^ (value &>> 15)) &* 0x2C1B_3C6D
        least = pointwiseMin(least, value)
      }
      for lane in 0..<16 { result.append(least[lane]) }
    }
    return result
  }

  /// One key for each band of a signature.
  static func keys(_ signature: [UInt32]) -> [UInt64] {
    (0..<bands).map { band in
      signature[(band * rows)..<((band + 1) * rows)].reduce(UInt64(band)) {
        CounterRandom.mix($0 ^ UInt64($1))
      }
    }
  }

  /// The share of equal places: an estimate with standard error √(s (1 − s) / 80).
  static func similarity(_ a: [UInt32], _ b: [UInt32]) -> Double {
    Double(zip(a, b).count { $0 == $1 }) / Double(a.count)
  }
}

/// A short text as a point on the unit sphere: texts that share words and letter sequences lie
/// close together.
///
/// Every word and every run of 3–5 letters of the normalised text is hashed; the 64 bits of the
/// hash are its signs in 64 dimensions, weighted by inverse document frequency, and the sum is
/// brought to length ``radius``. Expected cosines are those of the weighted counts themselves (signed
/// random projection, Achlioptas 2003, doi:10.1016/S0022-0000(03)00025-4; letter sequences as in
/// Bojanowski et al. 2017, doi:10.1162/tacl_a_00051). Nothing but the weights is learned: with
/// indexes of the size used here, singular value decompositions of such counts showed no clear gain in
/// validation average precision (500 conversations, one seed), and need a table of megabytes.
///
/// All sums are of whole numbers, so that a point has the same bits on every machine.
///
/// Normalised: ASCII letters in lower case, a digit is any digit, apostrophes are passed over, other
/// ASCII is a gap, and other bytes stand for themselves.
struct TextEmbedding: Sendable {
  /// Numbers of a point.
  static let dimensions = 64
  /// A point, eight numbers at a time.
  typealias Point = InlineArray<8, SIMD8<Int16>>
  /// The length of a point before its numbers are rounded: as long as ``NeighbourIndex`` takes.
  static let radius = 176.0
  /// What is read of a text, so that one message cannot cost any amount nor overflow a sum.
  static let maximumBytes = 65_536

  private static let bits = 15
  private static let gap: UInt8 = 0x20

  /// How many texts the frequencies were counted on.
  let documents: Int
  /// In how many of them each bucket occurs.
  let frequencies: [UInt32]
  /// Inverse document frequency of each bucket in 256ths.
  private let weights: [Int32]
  /// The eight signs that a byte of a hash stands for: 0 for plus, −1 for minus.
  private let signs: [SIMD8<Int32>]

  /// The number of buckets that document frequencies are counted in.
  static var bucketCount: Int { 1 << bits }

  /// An embedding with known document frequencies: ln((1 + documents) / (1 + frequency)) + 1.
  init(documents: Int, frequencies: [UInt32]) {
    precondition(frequencies.count == Self.bucketCount, "a frequency for every bucket")
    (self.documents, self.frequencies) = (documents, frequencies)
    func weight(_ frequency: UInt32) -> Int32 {
      let idf = Elementary.log((1 + Double(documents)) / (1 + Double(frequency))) + 1
      return Int32(idf * 256 + 0.5)
    }
    let unseen = weight(0)
    weights = frequencies.map { $0 == 0 ? unseen : weight($0) }
    signs = (0..<256).map { byte in
      var eight = SIMD8<Int32>(repeating: 0)
      for lane in 0..<8 where byte >> lane & 1 == 0 { eight[lane] = -1 }
      return eight
    }
  }

  /// The point of `text`; all zeros for a text without letters, digits or other characters.
  /// O(bytes · dimensions), allocates nothing.
  func point(_ text: Span<UInt8>) -> Point {
    var sums = InlineArray<8, SIMD8<Int32>>(repeating: .zero)
    let weights = self.weights.span
    let signs = self.signs.span
    Self.forEachFeature(of: text) { feature in
      let weight = SIMD8<Int32>(repeating: weights[Self.bucket(feature)])
      for eight in 0..<8 {
        let byte = Int(truncatingIfNeeded: feature &>> UInt64(truncatingIfNeeded: 8 &* eight)) & 255
        let minus = signs[byte]
        sums[eight] &+= (weight ^ minus) &- minus
      }
    }
    var square = 0.0
    for eight in 0..<8 {
      for lane in 0..<8 { square += Double(sums[eight][lane]) * Double(sums[eight][lane]) }
    }
    var point = Point(repeating: .zero)
    guard square > 0 else { return point }
    let scale = Self.radius / square.squareRoot()
    for eight in 0..<8 {
      for lane in 0..<8 {
        let number = Double(sums[eight][lane]) * scale
        point[eight][lane] = Int16(number < 0 ? number - 0.5 : number + 0.5)
      }
    }
    return point
  }

  /// Where the document frequency of a feature is counted.
  @inline(__always) static func bucket(_ feature: UInt64) -> Int {
    Int(truncatingIfNeeded: feature &>> UInt64(64 &- bits))
  }

  /// Calls `body` with the hash of every word and every run of 3–5 normalised bytes.
  @inline(__always) static func forEachFeature(
    of text: Span<UInt8>, _ body: (UInt64) -> Void
  ) {
    // The last eight normalised bytes; a text begins and ends with a gap.
    var window = UInt64(gap)
    var filled = 1
    var word: UInt64 = 0
    let count = min(text.count, maximumBytes)
    for index in 0...count {
      let byte = index < count ? normalised(text[index]) : gap
      guard byte != 0, byte != gap || window & 255 != UInt64(gap) else { continue }
      window = window &<< 8 | UInt64(byte)
      filled &+= 1
      for length in 3...5 where filled >= length {
        let run = window & (1 &<< UInt64(8 &* length) &- 1)
        body(mixed(run | UInt64(length) &<< 56))
      }
      if byte == gap {
        body(mixed(word))
        word = 0
      } else {
        word = (word ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
      }
    }
  }

  /// What a byte counts as; 0 for one that is passed over.
  @inline(__always) private static func normalised(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x61...0x7A: byte
    case 0x41...0x5A: byte | 0x20
    case 0x30...0x39: 0x30
    case 0x27: 0
    case 0x80...: byte
    default: gap
    }
  }

  /// MurmurHash3's 64-bit finaliser (Appleby 2011): every bit depends on every bit.
  @inline(__always) private static func mixed(_ word: UInt64) -> UInt64 {
    var h = word
    h = (h ^ (h &>> 33)) &* 0xFF51_AFD7_ED55_8CCD
    h = (h ^ (h &>> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return h ^ (h &>> 33)
  }
}

/// Vectors of small whole numbers that the nearest ones to a query are found among, by cosine and by
/// looking at all.
///
/// A vector is at most 181 long, so that the dot product of any two fits 16 bits (Cauchy–Schwarz) and
/// is exact however its partial sums wrap around.
struct NeighbourIndex: Sendable {
  /// The largest squared length of a vector or query.
  static let maximumSquare = 32_767

  /// Groups of eight numbers in a vector.
  let width: Int
  /// How many vectors there are.
  private(set) var count = 0
  /// All vectors, one after the other.
  private(set) var rows: [SIMD8<Int16>] = []
  private var inverseNorms: [Double] = []

  /// An index without vectors.
  init(width: Int) {
    precondition(width > 0, "a vector has numbers")
    self.width = width
  }

  /// Adds a vector of `width` groups.
  mutating func append(_ vector: Span<SIMD8<Int16>>) {
    precondition(vector.count == width, "a vector of the index's width")
    for index in vector.indices { rows.append(vector[index]) }
    inverseNorms.append(Self.inverseNorm(vector))
    count += 1
  }

  /// The vector at `row`.
  func vector(_ row: Int) -> ArraySlice<SIMD8<Int16>> {
    rows[row * width..<(row + 1) * width]
  }

  /// The positions of vectors that no earlier one equals, in rising order. O(bytes).
  var distinctRows: [Int] {
    var seen: Set<[SIMD8<Int16>]> = []
    return (0..<count).filter { seen.insert(Array(vector($0))).inserted }
  }

  /// The given rows as an index of their own.
  func selecting(_ positions: [Int]) -> NeighbourIndex {
    var result = NeighbourIndex(width: width)
    for position in positions { result.append(Array(vector(position)).span) }
    return result
  }

  /// Puts the `limit` vectors nearest to `query` into `found`, nearest first, earlier ones first
  /// among equals. A vector or query of length 0 has cosine 0. O(count · width).
  func search(_ query: Span<SIMD8<Int16>>, limit: Int, into found: inout Neighbours) {
    precondition(query.count == width, "a query of the index's width")
    found.begin(limit)
    guard limit > 0 else { return }
    let norm = Self.inverseNorm(query)
    let rows = self.rows.span
    let inverseNorms = self.inverseNorms.span
    var least = -Double.infinity
    var start = 0
    for row in 0..<count {
      var sums = rows[start] &* query[0]
      for eight in 1..<width { sums &+= rows[start &+ eight] &* query[eight] }
      start &+= width
      let similarity = Double(sums.wrappedSum()) * (inverseNorms[row] * norm)
      if similarity > least {
        found.insert(similarity, row)
        if found.isFull { least = found.least }
      }
    }
  }

  /// The squared length.
  static func square(_ vector: Span<SIMD8<Int16>>) -> Int {
    var square = 0
    for eight in vector.indices {
      for lane in 0..<8 { square += Int(vector[eight][lane]) * Int(vector[eight][lane]) }
    }
    return square
  }

  private static func inverseNorm(_ vector: Span<SIMD8<Int16>>) -> Double {
    let square = square(vector)
    precondition(square <= maximumSquare, "a vector longer than 181")
    return square > 0 ? 1 / Double(square).squareRoot() : 0
  }
}

/// Vectors that the nearest ones to a query are found among, by cosine and by looking at all.
///
/// The scan is in single precision; the cosines of those it finds are computed again in double
/// precision, so that they are those of the vectors as given to 1e-15.
struct NeighbourIndex: Sendable {
  /// Groups of eight numbers in a vector.
  let width: Int
  /// How many vectors there are.
  private(set) var count = 0
  /// All vectors, one after the other.
  private(set) var rows: [SIMD8<Float>] = []
  private var inverseNorms: [Float] = []

  /// An index without vectors.
  init(width: Int) {
    precondition(width > 0, "a vector has numbers")
    self.width = width
  }

  /// Adds a vector of `width` groups.
  mutating func append(_ vector: Span<SIMD8<Float>>) {
    precondition(vector.count == width, "a vector of the index's width")
    for index in vector.indices { rows.append(vector[index]) }
    inverseNorms.append(Float(Self.inverseNorm(vector)))
    count += 1
  }

  /// The vector at `row`.
  func vector(_ row: Int) -> ArraySlice<SIMD8<Float>> {
    rows[row * width..<(row + 1) * width]
  }

  /// The positions of vectors that no earlier one equals, in rising order. O(bytes).
  var distinctRows: [Int] {
    var seen: Set<[SIMD8<Float>]> = []
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
  func search(_ query: Span<SIMD8<Float>>, limit: Int, into found: inout Neighbours) {
    found.begin(limit)
    guard limit > 0 else { return }
    let rows = self.rows.span
    let inverseNorms = self.inverseNorms.span
    var least = -Float.infinity
    var start = 0
    for row in 0..<count {
      var sums = rows[start] * query[0]
      for eight in 1..<width { sums += rows[start &+ eight] * query[eight] }
      start &+= width
      let similarity = sums.sum() * inverseNorms[row]
      if similarity > least {
        found.insert(Double(similarity), row)
        least = found.isFull ? Float(found.least) : least
      }
    }
    let norm = Self.inverseNorm(query)
    found.revise { row in cosine(query, norm, row) }
  }

  private func cosine(_ query: Span<SIMD8<Float>>, _ inverseNorm: Double, _ row: Int) -> Double {
    let vector = rows.span.extracting(row * width..<(row + 1) * width)
    var dot = 0.0
    for eight in vector.indices {
      for lane in 0..<8 { dot += Double(vector[eight][lane]) * Double(query[eight][lane]) }
    }
    return dot * inverseNorm * Self.inverseNorm(vector)
  }

  private static func inverseNorm(_ vector: Span<SIMD8<Float>>) -> Double {
    var square = 0.0
    for eight in vector.indices {
      for lane in 0..<8 { square += Double(vector[eight][lane]) * Double(vector[eight][lane]) }
    }
    return square > 0 ? 1 / square.squareRoot() : 0
  }
}

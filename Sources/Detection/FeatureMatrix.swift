/// Rows of dense features, one after the other in one buffer.
struct FeatureMatrix: Sendable, Equatable {
  /// How many features a row has; above 0.
  let columns: Int
  /// All rows, row by row.
  private(set) var values: [Double] = []

  /// No rows yet.
  init(columns: Int) {
    precondition(columns > 0, "a row without features")
    self.columns = columns
  }

  /// How many rows there are.
  var count: Int { values.count / columns }

  /// Adds a row of `columns` finite numbers. O(columns).
  mutating func append(_ row: Span<Double>) {
    precondition(row.count == columns, "a row of another length")
    for index in row.indices { values.append(row[index]) }
  }

  /// Where a row stands in ``values``.
  func range(_ row: Int) -> Range<Int> { row * columns..<(row + 1) * columns }

  /// One number.
  subscript(_ row: Int, _ column: Int) -> Double { values[row * columns + column] }
}

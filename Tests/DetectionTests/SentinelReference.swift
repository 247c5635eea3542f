import Foundation

@testable import Detection

/// The values of `Reference/sentinel.json`, which Sentinel's own code gave on made-up vectors.
struct SentinelReference: Decodable, Sendable {
  /// One batch of texts between two indexes.
  struct Case: Decodable, Sendable {
    var positive: [[Int16]]
    var negative: [[Int16]]
    var queries: [[Int16]]
    /// Which query each text is, texts said again among them.
    var texts: [Int]
    var logRatios: [Double]
    var scores: [Double]
    var aggregates: [String: Double]
  }

  /// Given scores and what becomes of them.
  struct Rated: Decodable, Sendable {
    var scores: [Double]
    var aggregates: [String: Double]
  }

  var width: Int
  var cases: [Case]
  var defects: [String: [Rated]]

  static func load() throws -> SentinelReference {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/sentinel.json")
    return try JSONDecoder().decode(SentinelReference.self, from: Data(contentsOf: file))
  }

  /// Numbers in groups of eight.
  static func packed(_ numbers: [Int16]) -> [SIMD8<Int16>] {
    stride(from: 0, to: numbers.count, by: 8).map { SIMD8(numbers[$0..<$0 + 8]) }
  }

  /// Rows as an index.
  static func index(_ rows: [[Int16]]) -> NeighbourIndex {
    var index = NeighbourIndex(width: (rows.first?.count ?? 8) / 8)
    for row in rows { index.append(packed(row).span) }
    return index
  }
}

import Foundation

@testable import Detection

/// The values of `Reference/vectors.json`, written by scikit-learn.
struct ReferenceVectors: Decodable, Sendable {
  struct Linear: Decodable, Sendable {
    var loss: String
    var c: Double
    var weights: [Double]
    var bias: Double
    var objective: Double
    var margins: [Double]
  }

  struct Bayes: Decodable, Sendable {
    var alpha: Double
    var logOdds: [Double]
  }

  struct Complement: Decodable, Sendable {
    var alpha: Double
    var norm: Bool
    var margins: [Double]
  }

  struct Small: Decodable, Sendable {
    var c: Double
    var weights: [Double]
    var bias: Double
  }

  struct Platt: Decodable, Sendable {
    var slope: Double
    var intercept: Double
  }

  var featureCount: Int
  var counts: [[Int]]
  var labels: [Bool]
  var held: [[Int]]
  var tfidf: [[Double]]
  var linear: [Linear]
  var bayes: [Bayes]
  var complement: [Complement]
  var dense: [[Double]]
  var small: [Small]
  var margins: [Double]
  var platt: Platt
  var averagePrecision: Double
  var rounded: [Double]
  var averagePrecisionWithTies: Double

  static func load() throws -> ReferenceVectors {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/vectors.json")
    return try JSONDecoder().decode(ReferenceVectors.self, from: Data(contentsOf: file))
  }

  /// The training counts as rows.
  var rows: FeatureRows { Self.rows(counts, labels) }
  /// The held-out counts as rows, all of one class.
  var heldRows: FeatureRows { Self.rows(held, held.map { _ in true }) }

  private static func rows(_ counts: [[Int]], _ labels: [Bool]) -> FeatureRows {
    var rows = FeatureRows()
    for (row, label) in zip(counts, labels) {
      rows.append(
        row.indices.filter { row[$0] > 0 }.map { (bucket: UInt32($0), count: row[$0]) },
        isPositive: label)
    }
    return rows
  }
}

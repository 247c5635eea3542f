import Foundation

@testable import Detection

/// The values of `Reference/liblinear.json`, written by LIBLINEAR through scikit-learn.
struct LiblinearVectors: Decodable, Sendable {
  struct Model: Decodable, Sendable {
    var loss: String
    var c: Double
    var objective: Double
    /// A digit for every row: 1 where the positive class is predicted.
    var predictions: String
  }

  var featureCount: Int
  /// How many rows, from the first on, were fitted.
  var fitted: Int
  /// A digit for every row: its class.
  var labels: String
  /// The features of every row with repetitions.
  var rows: [[Int]]
  var models: [Model]

  static func load() throws -> LiblinearVectors {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/liblinear.json")
    return try JSONDecoder().decode(LiblinearVectors.self, from: Data(contentsOf: file))
  }

  /// The counts of the first `count` rows.
  func featureRows(_ count: Int) -> FeatureRows {
    var result = FeatureRows()
    for (row, label) in zip(rows.prefix(count), labels) {
      let counts = row.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
      result.append(
        counts.sorted { $0.key < $1.key }.map { (bucket: UInt32($0.key), count: $0.value) },
        isPositive: label == "1")
    }
    return result
  }
}

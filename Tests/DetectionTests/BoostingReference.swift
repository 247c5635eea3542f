import Foundation

@testable import Detection

/// The values of `Reference/boosting.json`, written by LightGBM.
struct BoostingReference: Decodable, Sendable {
  struct Run: Decodable, Sendable {
    var rounds: Int
    var learningRate: Double
    var leaves: Int
    var minimumRows: Int
    var minimumWeight: Double
    var l2: Double
    var bins: Int
    var auroc: Double
    var margins: [Double]

    var booster: GradientBoosting {
      GradientBoosting(
        rounds: rounds, learningRate: learningRate, leaves: leaves, minimumRows: minimumRows,
        minimumWeight: minimumWeight, l2: l2, bins: bins)
    }
  }

  private var columns: Int
  private var trainRows: Int
  private var rows: Data
  private var labels: String
  var runs: [Run]

  static func load() throws -> BoostingReference {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/boosting.json")
    return try JSONDecoder().decode(BoostingReference.self, from: Data(contentsOf: file))
  }

  var training: (rows: FeatureMatrix, isPositive: [Bool]) { part(0..<trainRows) }
  var test: (rows: FeatureMatrix, isPositive: [Bool]) { part(trainRows..<labels.utf8.count) }

  private func part(_ range: Range<Int>) -> (rows: FeatureMatrix, isPositive: [Bool]) {
    var matrix = FeatureMatrix(columns: columns)
    for row in range {
      let values = (0..<columns).map { column in
        let place = rows.startIndex + 2 * (row * columns + column)
        return Double(UInt16(rows[place]) | UInt16(rows[place + 1]) << 8)
      }
      matrix.append(values.span)
    }
    let classes = Array(labels.utf8)
    return (matrix, range.map { classes[$0] == UInt8(ascii: "1") })
  }
}

extension BoostedTrees {
  /// The margin of every row.
  func margins(_ rows: FeatureMatrix) -> [Double] {
    (0..<rows.count).map { margin(rows.values.span.extracting(rows.range($0))) }
  }
}

/// The share of pairs of a positive and a negative that are ranked rightly, ties half.
func areaUnderROC(_ scores: [Double], _ isPositive: [Bool]) -> Double {
  var (right, pairs) = (0.0, 0.0)
  for a in scores.indices where isPositive[a] {
    for b in scores.indices where !isPositive[b] {
      pairs += 1
      right += scores[a] > scores[b] ? 1 : scores[a] == scores[b] ? 0.5 : 0
    }
  }
  return right / pairs
}

import Foundation

/// The values of `Reference/stacking.json`, written by scikit-learn and SciPy.
struct StackingVectors: Decodable, Sendable {
  struct Curve: Decodable, Sendable {
    var margins: [Double]
    var labels: [Bool]
    var bends: [Double]
    var values: [Double]
    var asked: [Double]
    var probabilities: [Double]
  }

  struct Stack: Decodable, Sendable {
    var c: Double
    var centre: Double
    var rows: [[Double]]
    var labels: [Bool]
    var weights: [Double]
    var bias: Double
    var objective: Double
  }

  var curves: [Curve]
  var stacks: [Stack]

  static func load() throws -> StackingVectors {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/stacking.json")
    return try JSONDecoder().decode(StackingVectors.self, from: Data(contentsOf: file))
  }
}

import Evaluation
import Foundation

/// What `Reference/agreement.py` wrote: lists and what scikit-learn, statsmodels, NLTK, SciPy and
/// NumPy say of them.
struct AgreementVectors: Decodable {
  /// A curve's point: x, y and, where there is one, the threshold.
  typealias Point = [Double?]

  struct Prediction: Decodable {
    var name: String
    var labels: [Int]
    var scores: [Double]
    var alerts: [Int]
    var metrics: [String: Double]
    var precisionRecall: [Point]
    var roc: [Point]
    var ndcg: [String: Double]
    var calibration: [Point]

    /// The list as Evaluation takes it.
    var units: [EvaluatedConversation] {
      labels.indices.map { index in
        EvaluatedConversation(
          id: "c\(index)", cluster: "c\(index)", isPositive: labels[index] == 1, messageCount: 10,
          score: scores[index], alert: alerts[index] == 1 ? 3 : nil)
      }
    }
  }

  struct Labelling: Decodable {
    var reference: String
    var told: String
    var f1: [Double]
    var macro: Double
    var micro: Double
    var confusion: [[Int]]
  }

  struct Segments: Decodable {
    struct Window: Decodable {
      var k: Int
      var pk: Double
      var windowDiff: Double
    }
    var reference: String
    var told: String
    var pk: Double
    var windows: [Window]
  }

  struct Proportion: Decodable {
    var successes: Int
    var trials: Int
    var low: Double
    var high: Double
  }

  struct Pair: Decodable {
    var first: Int
    var second: Int
    var exact: Double
    var mid: Double
  }

  struct Family: Decodable {
    var raw: [Double]
    var adjusted: [Double]
  }

  struct Survival: Decodable {
    var times: [Int]
    var events: [Int]
    var steps: [[Double]]
  }

  struct Sample: Decodable {
    var values: [Double]
    var percents: [Double]
    var percentiles: [Double]
    var median: Double
    var mad: Double
  }

  var predictions: [Prediction]
  var labellings: [Labelling]
  var segmentations: [Segments]
  var proportions: [Proportion]
  var pairs: [Pair]
  var families: [Family]
  var survivals: [Survival]
  var samples: [Sample]

  /// Reads the file beside this one.
  static func read() throws -> AgreementVectors {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/agreement.json")
    return try JSONDecoder().decode(AgreementVectors.self, from: Data(contentsOf: file))
  }
}

import Evaluation
import Foundation
import Testing

/// Agreement with scikit-learn on the lists that `Reference/scikit_learn.py` wrote.
struct ScikitLearnTests {
  struct Vectors: Decodable {
    struct Case: Decodable {
      var labels: [Int]
      var scores: [Double]
      var alerts: [Int]
      var metrics: [String: Double]
    }
    var cases: [Case]
  }

  @Test func everyMetricAgreesOnEveryList() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/scikit_learn.json")
    let vectors = try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file))
    #expect(vectors.cases.count == 6)
    for (number, vector) in vectors.cases.enumerated() {
      let units = vector.labels.indices.map { index in
        EvaluatedConversation(
          id: "c\(index)", cluster: "c\(index)", isPositive: vector.labels[index] == 1,
          messageCount: 10, score: vector.scores[index],
          alert: vector.alerts[index] == 1 ? 3 : nil)
      }
      let ours = metrics(of: units)
      #expect(vector.metrics.count == 10)
      for (name, expected) in vector.metrics {
        let value = try #require(ours[name]?.value)
        #expect(abs(value - expected) <= 1e-9, "\(name) of case \(number)")
      }
    }
  }
}

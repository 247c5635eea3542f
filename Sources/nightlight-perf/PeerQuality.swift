import Evaluation

/// How well scores rank and decide, by one piece of code for every contestant.
struct PeerQuality: Codable, Equatable {
  /// Average precision of the scores on the test split.
  var averagePrecision: Double
  /// F1 on the test split at the threshold that has the largest F1 on validation.
  var f1: Double

  init(averagePrecision: Double, f1: Double) {
    (self.averagePrecision, self.f1) = (averagePrecision, f1)
  }

  /// Judges scores of the test split.
  ///
  /// - Throws: ``ChildFailure`` where there are not as many scores as conversations.
  init(
    of name: String, validation: [Double], _ held: PeerCorpus.Truth, test: [Double],
    _ truth: PeerCorpus.Truth
  ) throws {
    guard validation.count == held.isPositive.count, test.count == truth.isPositive.count else {
      throw ChildFailure(program: name, reason: "wrote another number of scores")
    }
    let threshold = Self.bestThreshold(validation, held.isPositive)
    let units = test.indices.map { index in
      EvaluatedConversation(
        id: "\(index)", cluster: "\(index)", isPositive: truth.isPositive[index],
        messageCount: max(1, truth.messageCounts[index]), score: test[index],
        alert: test[index] >= threshold ? max(1, truth.messageCounts[index]) : nil)
    }
    let values = MetricSuite.evaluate(units, bootstrap: nil)
    func value(_ name: String) -> Double { values.first { $0.name == name }?.value ?? .nan }
    (averagePrecision, f1) = (value("average_precision"), value("f1"))
  }

  /// The score at or above which conversations count as positive for the largest F1; the largest of
  /// equally good ones, and above all scores where none is positive. O(n log n).
  static func bestThreshold(_ scores: [Double], _ isPositive: [Bool]) -> Double {
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    let positives = isPositive.count { $0 }
    var (best, threshold, found) = (0.0, Double.infinity, 0)
    for (rank, index) in order.enumerated() {
      found += isPositive[index] ? 1 : 0
      // Equal scores are told apart by no threshold.
      if rank + 1 < order.count, scores[order[rank + 1]] == scores[index] { continue }
      let f1 = 2 * Double(found) / Double(rank + 1 + positives)
      if f1 > best { (best, threshold) = (f1, scores[index]) }
    }
    return threshold
  }
}

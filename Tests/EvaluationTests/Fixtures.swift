import Evaluation
import Statistics

/// Metrics without intervals, by name.
func metrics(of units: [EvaluatedConversation]) -> [String: MetricValue] {
  Dictionary(
    uniqueKeysWithValues: MetricSuite.evaluate(units, bootstrap: nil).map { ($0.name, $0) })
}

/// A conversation of which a test says only what it is about.
func unit(
  _ id: Int, _ isPositive: Bool, score: Double? = 0.5, alert: Int? = nil, onset: Int? = nil,
  messages: Int = 100, cluster: Int? = nil
) -> EvaluatedConversation {
  EvaluatedConversation(
    id: "c\(id)", cluster: "g\(cluster ?? id)", isPositive: isPositive, messageCount: messages,
    onset: onset, score: score, alert: alert)
}

/// A random list: scores with ties and some missing, alerts before and after onset, clusters of up
/// to three.
func randomUnits(_ count: Int, seed: UInt64) -> [EvaluatedConversation] {
  var random = CounterRandom(seed: seed, stream: 0)
  return (0..<count).map { id in
    let positive = id < 2 ? id == 0 : random.below(3) == 0
    let messages = 1 + random.below(120)
    let score = Double(random.below(positive ? 21 : 15)) / 20
    return unit(
      id, positive, score: random.below(20) == 0 ? nil : score,
      alert: random.below(positive ? 2 : 5) == 0 ? 1 + random.below(messages) : nil,
      onset: positive ? 1 + random.below(messages) : nil, messages: messages,
      cluster: random.below(2 + count / 2))
  }
}

/// The list in which unit `k` stands `weights[k]` times.
func expanded(
  _ units: [EvaluatedConversation], _ weights: [Int]
) -> [EvaluatedConversation] {
  zip(units, weights).flatMap { Array(repeating: $0, count: $1) }
}

/// Whether two optional numbers are the same up to rounding.
func isClose(_ a: Double?, _ b: Double?, tolerance: Double = 1e-9) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return a == b || abs(a - b) <= tolerance
}

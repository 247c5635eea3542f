import Glibc

/// The early-risk detection error of the CLEF eRisk shared tasks (Losada and Crestani 2016,
/// doi:10.1007/978-3-319-44564-9_3), at o = 5 and o = 50 messages.
///
/// ERDE_o is the mean over conversations of a cost: c_fp = N_pos/N for a false positive, 1 for a
/// miss, 1 − 1/(1+e^{k−o}) for a true positive whose alert came at message k, 0 for a true
/// negative. In 0…1 over conversations; lower is better.
///
/// **Naming.** `erde_5`, `erde_50`: o stands in the name. k is the 1-based number of the alert.
///
/// **Comparison.** The definition of the shared task with c_fn = c_tp = 1 and its customary c_fp,
/// the prevalence of the very list that is scored. The shared tasks count the posts of one user;
/// here k counts the messages of both sides of a conversation, so published figures do not compare.
/// scikit-learn has no such metric.
///
/// **Ties** do not arise. **Empty classes**: nil without grooming conversations, since c_fp is 0
/// then and every detector perfect.
struct ERDE: MetricFamily {
  static let names = ["erde_5", "erde_50"]
  private static let limits = [5.0, 50.0]

  private let isPositive: [Bool]
  private let isRetrieved: [Bool]
  /// Per limit and unit: what a grooming conversation costs.
  private let positiveCosts: [[Double]]

  init(_ units: [EvaluatedConversation]) {
    isPositive = units.map(\.isPositive)
    isRetrieved = units.map(\.isRetrieved)
    positiveCosts = Self.limits.map { limit in
      units.map { unit in unit.alert.map { Self.latencyCost($0, limit: limit) } ?? 1 }
    }
  }

  func values(_ weights: [Int]) -> [WeightedMetric] {
    var (positives, falsePositives, total) = (0, 0, 0)
    var (cost5, cost50) = (0.0, 0.0)
    let (costs5, costs50) = (positiveCosts[0], positiveCosts[1])
    for index in weights.indices {
      let weight = weights[index]
      total += weight
      if isPositive[index] {
        positives += weight
        cost5 += Double(weight) * costs5[index]
        cost50 += Double(weight) * costs50[index]
      } else if isRetrieved[index] {
        falsePositives += weight
      }
    }
    guard positives > 0 else { return Self.names.map { _ in WeightedMetric(nil, count: total) } }
    let alarms = Double(falsePositives) * Double(positives) / Double(total)
    return [cost5, cost50].map { WeightedMetric(($0 + alarms) / Double(total), count: total) }
  }

  /// 1 − 1/(1+e^{k−o}), written so that no exponential overflows.
  static func latencyCost(_ alert: Int, limit: Double) -> Double {
    let distance = Double(alert) - limit
    return distance > 0 ? 1 / (1 + exp(-distance)) : exp(distance) / (1 + exp(distance))
  }
}

/// Average precision, AUROC, recall at a rate of false alarms, precision at a recall, from the
/// final scores alone.
///
/// All conversations are ranked by score; equal scores form one group and enter together, so there
/// is one operating point per *distinct* score. Conversations without a score form one group below
/// every score.
///
/// - `average_precision` = Σ (R_k − R_{k−1})·P_k over the groups, a step rule without
///   interpolation (Buckley and Voorhees 2000, doi:10.1145/345508.345543). A constant scorer has the
///   prevalence.
/// - `auroc`: the chance that a grooming conversation outranks a benign one, ties counting one half
///   (Hanley and McNeil 1982, doi:10.1148/radiology.143.1.7063747). A constant scorer has 0.5.
/// - `recall_at_fpr_0_01`, `recall_at_fpr_0_001`: the largest recall of an operating point with at
///   most ⌊FPR·N_neg⌋ false positives; 0 where the first group already holds more; nil where
///   FPR·N_neg < 1: too few benign conversations to say.
/// - `precision_at_recall_0_9`: the largest precision of an operating point with recall ≥ 0.9.
///
/// **Unit and range.** Conversations; in 0…1, better when higher.
///
/// **Naming.** `recall_at_fpr_0_01` is also TPR@1%FPR or sensitivity at 99 % specificity. Average precision is not the trapezoidal
/// area under the precision-recall curve, which is too optimistic (Davis and Goadrich 2006,
/// doi:10.1145/1143844.1143874).
///
/// **Comparison.** Agrees with `average_precision_score` and `roc_auc_score` of scikit-learn, ties
/// included (a missing score as −∞); the other three with the best point of `roc_curve` and
/// `precision_recall_curve`, and with torchmetrics' `PrecisionAtFixedRecall`.
///
/// **Empty classes**: all are nil unless both classes are there.
struct RankingMetrics: MetricFamily {
  static let names = [
    "average_precision", "auroc", "recall_at_fpr_0_01", "recall_at_fpr_0_001",
    "precision_at_recall_0_9",
  ]

  private let ranking: Ranking

  init(_ units: [EvaluatedConversation]) { ranking = Ranking(units) }

  func values(_ weights: [Int]) -> [WeightedMetric] {
    var (positives, negatives) = (0, 0)
    for rank in ranking.order.indices {
      let weight = weights[ranking.order[rank]]
      if ranking.isPositive[rank] { positives += weight } else { negatives += weight }
    }
    let total = positives + negatives
    guard positives > 0, negatives > 0 else {
      return Self.names.map { _ in WeightedMetric(nil, count: total) }
    }
    var (truePositives, falsePositives) = (0, 0)
    var (groupPositives, groupNegatives) = (0, 0)
    var average = 0.0
    var twiceWins = 0
    var (recalledAt100, recalledAt1000) = (0, 0)
    var bestPrecision = 0.0
    for rank in ranking.order.indices {
      let weight = weights[ranking.order[rank]]
      if ranking.isPositive[rank] { groupPositives += weight } else { groupNegatives += weight }
      guard ranking.endsGroup[rank], groupPositives + groupNegatives > 0 else { continue }
      twiceWins += groupNegatives * (2 * truePositives + groupPositives)
      truePositives += groupPositives
      falsePositives += groupNegatives
      let precision = Double(truePositives) / Double(truePositives + falsePositives)
      average += Double(groupPositives) * precision
      // Whole-number comparisons: FP ≤ ⌊N/100⌋ and R ≥ 0.9 have no rounding.
      if falsePositives <= negatives / 100 { recalledAt100 = truePositives }
      if falsePositives <= negatives / 1000 { recalledAt1000 = truePositives }
      if 10 * truePositives >= 9 * positives { bestPrecision = max(bestPrecision, precision) }
      (groupPositives, groupNegatives) = (0, 0)
    }
    let all = Double(positives)
    return [
      WeightedMetric(average / all, count: total),
      WeightedMetric(Double(twiceWins) / (2 * all * Double(negatives)), count: total),
      WeightedMetric(negatives < 100 ? nil : Double(recalledAt100) / all, count: total),
      WeightedMetric(negatives < 1000 ? nil : Double(recalledAt1000) / all, count: total),
      WeightedMetric(bestPrecision, count: total),
    ]
  }
}

/// Conversations by falling score, with the borders of groups of equal score.
struct Ranking: Sendable {
  /// Indices into the list that was ranked.
  let order: [Int]
  /// By rank: the class.
  let isPositive: [Bool]
  /// By rank: the score; nil for the last group, of those without one.
  let scores: [Double?]
  /// By rank: whether the next conversation has another score.
  let endsGroup: [Bool]

  /// Ranks a list; equal scores keep its order. O(n log n).
  init(_ units: [EvaluatedConversation]) {
    let keys = units.map { $0.usableScore ?? -.infinity }
    let missing = units.map { $0.usableScore == nil }
    let order = units.indices.sorted { a, b in
      if keys[a] != keys[b] { return keys[a] > keys[b] }
      return missing[a] == missing[b] ? a < b : missing[b]
    }
    self.order = order
    isPositive = order.map { units[$0].isPositive }
    let scores = order.map { units[$0].usableScore }
    self.scores = scores
    endsGroup = scores.indices.map { $0 == scores.count - 1 || scores[$0] != scores[$0 + 1] }
  }
}

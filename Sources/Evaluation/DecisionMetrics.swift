/// Precision, recall, F, MCC and the rates of false alarms, from the decisions alone.
///
/// A conversation is retrieved if and only if it has an alert; scores play no part. With TP, FP,
/// FN, TN counted over conversations,
///
/// - `precision` P = TP/(TP+FP); 0 and flagged undefined where nothing is retrieved;
/// - `recall` R = TP/(TP+FN);
/// - `f1`, `f0_5`, `f2`: F_β = (1+β²)·TP / (β²·N_pos + N_retrieved) (van Rijsbergen 1979), which is
///   0 rather than undefined where nothing is retrieved; β > 1 favours recall;
/// - `mcc` = (TP·TN − FP·FN)/√((TP+FP)(TP+FN)(TN+FP)(TN+FN)) (Matthews 1975,
///   doi:10.1016/0005-2795(75)90109-9); 0 and flagged where all or nothing is retrieved;
/// - `fpr` = FP/N_neg; `false_alerts_per_1000` = 1000·FP/N_neg, the same as a moderator feels it.
///
/// **Unit and range.** Conversations; in 0…1 but `mcc` in −1…1 and `false_alerts_per_1000` in
/// 0…1,000. `fpr` and the false alerts are better when lower, the others when higher.
///
/// **Naming.** `fpr` is 1 − specificity; recall is sensitivity or the true-positive rate.
///
/// **Comparison.** Agrees with `precision_score`, `recall_score`, `fbeta_score` and
/// `matthews_corrcoef` of scikit-learn with `zero_division=0`, and with the F0.5 of PAN-2012's
/// problem 1 where the unit is the author.
///
/// **Ties** do not arise. **Empty classes**: without grooming, precision, recall and F are nil;
/// without benign conversations the rates of false alarms are; MCC needs both.
struct DecisionMetrics: MetricFamily {
  static let names = [
    "precision", "recall", "f1", "f0_5", "f2", "mcc", "fpr", "false_alerts_per_1000",
  ]

  private let isPositive: [Bool]
  private let isRetrieved: [Bool]

  init(_ units: [EvaluatedConversation]) {
    isPositive = units.map(\.isPositive)
    isRetrieved = units.map(\.isRetrieved)
  }

  func values(_ weights: [Int]) -> [WeightedMetric] {
    var (truePositives, falsePositives, positives, total) = (0, 0, 0, 0)
    for index in weights.indices {
      let weight = weights[index]
      total += weight
      if isPositive[index] {
        positives += weight
        if isRetrieved[index] { truePositives += weight }
      } else if isRetrieved[index] {
        falsePositives += weight
      }
    }
    let negatives = total - positives
    let retrieved = truePositives + falsePositives
    let precision = retrieved == 0 ? 0 : Double(truePositives) / Double(retrieved)
    let mcc = Self.mcc(
      truePositives: truePositives, retrieved: retrieved, positives: positives, total: total)
    let fpr = negatives == 0 ? nil : Double(falsePositives) / Double(negatives)
    func f(_ beta: Double) -> WeightedMetric {
      WeightedMetric(
        fScore(beta, truePositives: truePositives, positives: positives, retrieved: retrieved),
        count: total)
    }
    return [
      WeightedMetric(
        positives == 0 ? nil : precision, count: retrieved,
        isUndefined: positives > 0 && retrieved == 0),
      WeightedMetric(
        positives == 0 ? nil : Double(truePositives) / Double(positives), count: positives),
      f(1), f(0.5), f(2), mcc,
      WeightedMetric(fpr, count: negatives),
      WeightedMetric(
        negatives == 0 ? nil : 1000 * Double(falsePositives) / Double(negatives), count: negatives),
    ]
  }

  private static func mcc(
    truePositives: Int, retrieved: Int, positives: Int, total: Int
  ) -> WeightedMetric {
    guard positives > 0, positives < total else { return WeightedMetric(nil, count: total) }
    guard retrieved > 0, retrieved < total else {
      return WeightedMetric(0, count: total, isUndefined: true)
    }
    let (tp, fp) = (Double(truePositives), Double(retrieved - truePositives))
    let (fn, tn) = (Double(positives) - tp, Double(total - positives) - fp)
    let numerator = tp * tn - fp * fn
    // Two roots, since the product of four counts loses digits sooner.
    let denominator = ((tp + fp) * (tp + fn)).squareRoot() * ((tn + fp) * (tn + fn)).squareRoot()
    return WeightedMetric(numerator / denominator, count: total)
  }
}

/// F_β = (1+β²)·TP / (β²·N_pos + N_retrieved); nil without positives.
func fScore(_ beta: Double, truePositives: Int, positives: Int, retrieved: Int) -> Double? {
  guard positives > 0 else { return nil }
  let square = beta * beta
  return (1 + square) * Double(truePositives) / (square * Double(positives) + Double(retrieved))
}

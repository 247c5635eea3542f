/// Average precision of a ranking, the measure by which hyper-parameters are chosen.
///
/// Step rule with one point per distinct score, as `sklearn.metrics.average_precision_score`:
/// the sum of precision × gain in recall from the highest score down.
enum AveragePrecision {
  /// 0 where no positive occurs. O(n log n).
  static func of(_ scores: [Double], isPositive: [Bool]) -> Double {
    let order = scores.indices.sorted { (scores[$0], $0) > (scores[$1], $1) }
    let positives = isPositive.count { $0 }
    guard positives > 0 else { return 0 }
    var (hits, gained, sum) = (0, 0, 0.0)
    for (rank, index) in order.enumerated() {
      if isPositive[index] {
        hits += 1
        gained += 1
      }
      if rank + 1 < order.count, scores[order[rank + 1]] == scores[index] { continue }
      sum += Double(hits) / Double(rank + 1) * Double(gained)
      gained = 0
    }
    return sum / Double(positives)
  }
}

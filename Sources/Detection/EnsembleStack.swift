/// What the members of an ensemble said of labelled conversations, in folds.
struct StackRows {
  /// Per conversation, the log-odds of each member's score.
  var logits: [[Double]]
  var isPositive: [Bool]
  /// The fold of each conversation.
  var folds: [Int]

  /// The rows whose fold passes.
  func filter(_ passes: (Int) -> Bool) -> StackRows {
    let kept = folds.indices.filter { passes(folds[$0]) }
    return StackRows(
      logits: kept.map { logits[$0] }, isPositive: kept.map { isPositive[$0] },
      folds: kept.map { folds[$0] })
  }
}

/// The weighted vote of an ensemble: Σ weight · logit of the member + bias, weights at least 0.
///
/// Wolpert 1992, doi:10.1016/S0893-6080(05)80023-1. The penalty draws the weights to the plain mean
/// of the members, not to 0: each is calibrated, so without evidence for another vote the mean of
/// their log-odds is the best guess, and its scale is right already.
struct EnsembleStack: Sendable, Equatable {
  /// The weights of the examples against the penalty that are tried.
  static let costs = [0.001, 0.01, 0.1, 1]

  /// One per member, at least 0.
  var weights: [Double]
  var bias: Double

  init(weights: [Double], bias: Double) { (self.weights, self.bias) = (weights, bias) }

  /// Fits on all rows.
  init(fitting rows: StackRows, cost: Double) {
    let fit = NonNegativeLogisticRegression(
      rows.logits, isPositive: rows.isPositive, c: cost,
      centre: 1 / Double(max(1, rows.logits.first?.count ?? 0)))
    (weights, bias) = (fit.weights, fit.bias)
  }

  /// The log-odds of one row.
  func margin(_ logits: [Double]) -> Double {
    var sum = bias
    for index in weights.indices { sum += weights[index] * logits[index] }
    return sum
  }

  /// The margin of every row by a stack that saw no row of its fold, with the cost that `cost` says
  /// for the rows that it did see.
  static func outOfFold(_ rows: StackRows, cost: (StackRows) -> Double) -> [Double] {
    var margins = [Double](repeating: 0, count: rows.folds.count)
    for fold in Set(rows.folds).sorted() {
      let seen = rows.filter { $0 != fold }
      let stack = EnsembleStack(fitting: seen, cost: cost(seen))
      for index in rows.folds.indices where rows.folds[index] == fold {
        margins[index] = stack.margin(rows.logits[index])
      }
    }
    return margins
  }

  /// The cost with the largest average precision out of fold; ties go to the smaller.
  static func bestCost(_ rows: StackRows) -> Double {
    var best = (score: -1.0, cost: costs[0])
    for cost in costs {
      let margins = outOfFold(rows) { _ in cost }
      let score = AveragePrecision.of(margins, isPositive: rows.isPositive)
      if score > best.score { best = (score, cost) }
    }
    return best.cost
  }
}

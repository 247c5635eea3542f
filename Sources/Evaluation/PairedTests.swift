import Statistics

extension McNemarTest {
  /// The test on the decisions of two detectors: a conversation is right where it is retrieved if
  /// and only if it is grooming.
  init(decisionsOf a: [EvaluatedConversation], _ b: [EvaluatedConversation]) {
    var (onlyFirst, onlySecond) = (0, 0)
    for (x, y) in zip(a, b) {
      switch (x.isRetrieved == x.isPositive, y.isRetrieved == y.isPositive) {
      case (true, false): onlyFirst += 1
      case (false, true): onlySecond += 1
      default: break
      }
    }
    self.init(onlyFirst: onlyFirst, onlySecond: onlySecond)
  }
}

extension DeLongTest {
  /// The test on the scores of two detectors; nil where a score is missing or a class does not occur.
  init?(scoresOf a: [EvaluatedConversation], _ b: [EvaluatedConversation]) {
    let scores = (a.compactMap(\.usableScore), b.compactMap(\.usableScore))
    let classes = a.map(\.isPositive)
    guard scores.0.count == a.count, scores.1.count == b.count, classes.contains(true),
      classes.contains(false)
    else { return nil }
    self.init(scores.0, scores.1, isPositive: classes)
  }
}

extension PairedRandomisation {
  /// The test on the squared errors of two detectors, over the conversations that both scored; nil
  /// where there is none.
  init?(squaredErrorsOf a: [EvaluatedConversation], _ b: [EvaluatedConversation]) {
    func error(_ score: Double, _ unit: EvaluatedConversation) -> Double {
      let difference = score - (unit.isPositive ? 1 : 0)
      return difference * difference
    }
    var errors: (first: [Double], second: [Double]) = ([], [])
    for (x, y) in zip(a, b) {
      guard let first = x.usableScore, let second = y.usableScore, first.isFinite, second.isFinite
      else { continue }
      errors.first.append(error(first, x))
      errors.second.append(error(second, y))
    }
    self.init(errors.first, errors.second)
  }
}

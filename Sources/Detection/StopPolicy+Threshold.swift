extension StopPolicy {
  /// The number that decides: every kind has one beside what else it has.
  public var threshold: Double {
    switch self {
    case .threshold(let threshold), .skepticism(let threshold, _, _), .cusum(let threshold, _, _),
      .sprt(let threshold, _, _), .stage(let threshold):
      threshold
    }
  }

  /// The same policy with another threshold.
  public func withThreshold(_ threshold: Double) -> StopPolicy {
    switch self {
    case .threshold: .threshold(threshold)
    case .skepticism(_, let needed, let window):
      .skepticism(threshold: threshold, needed: needed, window: window)
    case .cusum(_, let drift, let prior): .cusum(threshold: threshold, drift: drift, prior: prior)
    case .sprt(_, let lower, let prior): .sprt(threshold: threshold, lower: lower, prior: prior)
    case .stage: .stage(threshold: threshold)
    }
  }

  /// What the threshold is compared with, at its largest: a conversation alerts exactly when this
  /// *statistic* reaches the threshold, whatever the threshold is. −∞ where nothing can alert.
  /// O(messages).
  func statistic(_ trace: PrefixTrace) -> Double {
    switch self {
    case .threshold: return trace.scores.max() ?? -.infinity
    case .skepticism(_, let needed, let window):
      let maxima = Self.windowMaxima(trace.scores, window: window)
      return maxima.indices.contains(needed - 1) ? maxima[needed - 1] : -.infinity
    case .cusum(_, let drift, let prior):
      var (steps, test) = (LogOddsSteps(prior: prior), CUSUM(drift: drift, threshold: .infinity))
      var largest = -Double.infinity
      for score in trace.scores {
        _ = test.observe(steps.next(score))
        largest = max(largest, test.sum)
      }
      return largest
    case .sprt(_, let lower, let prior):
      var steps = LogOddsSteps(prior: prior)
      var test = SequentialProbabilityRatioTest(lower: lower, upper: .infinity)
      var largest = -Double.infinity
      for score in trace.scores {
        let step = steps.next(score)
        // Before it may restart, as the upper boundary sees it.
        largest = max(largest, test.sum + step)
        _ = test.observe(step)
      }
      return largest
    case .stage: return trace.critical.max() ?? -.infinity
    }
  }

  /// For needed = 1…`window`, the largest over all windows of the needed-th largest score; −∞
  /// where no window holds so many. O(count · window).
  static func windowMaxima(_ scores: [Double], window: Int) -> [Double] {
    var maxima = [Double](repeating: -.infinity, count: window)
    // The scores of the window, largest first.
    var sorted: [Double] = []
    for (index, score) in scores.enumerated() {
      if index >= window, let leaving = sorted.firstIndex(of: scores[index - window]) {
        sorted.remove(at: leaving)
      }
      sorted.insert(score, at: sorted.firstIndex { $0 < score } ?? sorted.count)
      for rank in sorted.indices where sorted[rank] > maxima[rank] { maxima[rank] = sorted[rank] }
    }
    return maxima
  }
}

import Detection

/// A stop policy over a stream: O(1) a message, at most 64 decisions back.
///
/// Fires once; `StopPolicy.firstAlert` over the whole conversation gives the same message.
struct AlertMonitor {
  /// What a kind of policy has to remember.
  private enum Memory {
    case threshold(Double)
    case decisions(threshold: Double, needed: Int, mask: UInt64, positive: UInt64)
    case change(LogOddsSteps, CUSUM)
    case sequential(LogOddsSteps, SequentialProbabilityRatioTest)
    case stage(Double)
  }

  private var memory: Memory
  private var hasFired = false
  /// How many messages were seen.
  private(set) var count = 0

  /// - Precondition: the window is at most 64.
  init(_ policy: StopPolicy) {
    switch policy {
    case .threshold(let threshold): memory = .threshold(threshold)
    case .skepticism(let threshold, let needed, let window):
      precondition((1...64).contains(window), "a window of \(window) decisions")
      memory = .decisions(
        threshold: threshold, needed: needed,
        mask: window == 64 ? .max : (1 << UInt64(window)) - 1, positive: 0)
    case .cusum(let threshold, let drift, let prior):
      memory = .change(LogOddsSteps(prior: prior), CUSUM(drift: drift, threshold: threshold))
    case .sprt(let threshold, let lower, let prior):
      memory = .sequential(
        LogOddsSteps(prior: prior),
        SequentialProbabilityRatioTest(lower: lower, upper: threshold))
    case .stage(let threshold): memory = .stage(threshold)
    }
  }

  /// Takes what the detector says after the next message; true the first time the policy fires.
  ///
  /// - Parameters:
  ///   - score: the score of the prefix.
  ///   - critical: the probability that the conversation stands in a critical stage; nil for a
  ///     detector that knows no stages.
  mutating func observe(_ score: Double, critical: Double? = nil) -> Bool {
    count += 1
    guard !hasFired else { return false }
    hasFired = fires(score, critical)
    return hasFired
  }

  private mutating func fires(_ score: Double, _ critical: Double?) -> Bool {
    switch memory {
    case .threshold(let threshold): return score >= threshold
    case .decisions(let threshold, let needed, let mask, var positive):
      positive = (positive << 1 | (score >= threshold ? 1 : 0)) & mask
      memory = .decisions(threshold: threshold, needed: needed, mask: mask, positive: positive)
      return positive.nonzeroBitCount >= needed
    case .change(var steps, var test):
      let fires = test.observe(steps.next(score))
      memory = .change(steps, test)
      return fires
    case .sequential(var steps, var test):
      let fires = test.observe(steps.next(score))
      memory = .sequential(steps, test)
      return fires
    case .stage(let threshold): return critical.map { $0 >= threshold } ?? false
    }
  }
}

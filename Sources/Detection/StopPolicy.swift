/// When a stream of scores becomes an alert. Alerts are sticky: the first one counts.
///
/// ```swift
/// let policy = StopPolicy.skepticism(threshold: 0.5, needed: 2, window: 10)
/// policy.firstAlert([0.1, 0.9, 0.8].span)  // 3
/// ```
///
/// `cusum` and `sprt` read the evidence that each message adds, ``LogOddsSteps``. In terms of the
/// scores, the CUSUM is at logit(pₜ) minus the lowest logit so far (each less κ a message): it asks
/// whether a conversation *changed*, wherever it stood before. The SPRT is at
/// logit(pₜ) − logit(prior): it asks what the whole conversation is.
public enum StopPolicy: Sendable, Equatable {
  /// The first score at or above the threshold.
  case threshold(Double)
  /// At least `needed` of the last `window` decisions positive (Vogt, Leser, Akbik 2021).
  case skepticism(threshold: Double, needed: Int, window: Int)
  /// The ``CUSUM`` of the evidence at or above `threshold` (Page 1954); `prior` is the log-odds
  /// before the first message.
  case cusum(threshold: Double, drift: Double, prior: Double)
  /// The evidence at or above `threshold` before it falls to `lower`, where it restarts (Wald 1945,
  /// ``SequentialProbabilityRatioTest``); `prior` is the log-odds before the first message.
  case sprt(threshold: Double, lower: Double, prior: Double)
  /// The first message at which a critical stage is as probable as this (O'Connell 2003); never for
  /// a detector that knows no stages.
  case stage(threshold: Double)

  /// 1-based number of the message that raises the alert, or nil; ``stage(threshold:)`` sees none
  /// in scores alone. O(count).
  public func firstAlert(_ scores: Span<Double>) -> Int? {
    switch self {
    case .threshold(let threshold):
      for index in scores.indices where scores[index] >= threshold { return index + 1 }
    case .skepticism(let threshold, let needed, let window):
      var positive = 0
      for index in scores.indices {
        if scores[index] >= threshold { positive += 1 }
        if index >= window, scores[index - window] >= threshold { positive -= 1 }
        if positive >= needed { return index + 1 }
      }
    case .cusum(let threshold, let drift, let prior):
      var (steps, test) = (LogOddsSteps(prior: prior), CUSUM(drift: drift, threshold: threshold))
      for index in scores.indices where test.observe(steps.next(scores[index])) {
        return index + 1
      }
    case .sprt(let threshold, let lower, let prior):
      var steps = LogOddsSteps(prior: prior)
      var test = SequentialProbabilityRatioTest(lower: lower, upper: threshold)
      for index in scores.indices where test.observe(steps.next(scores[index])) {
        return index + 1
      }
    case .stage: break
    }
    return nil
  }

  /// 1-based number of the message that raises the alert, or nil. O(count).
  public func firstAlert(_ trace: PrefixTrace) -> Int? {
    guard case .stage(let threshold) = self else { return firstAlert(trace.scores.span) }
    return trace.critical.firstIndex { $0 >= threshold }.map { $0 + 1 }
  }
}

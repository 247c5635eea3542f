/// When a stream of scores becomes an alert. Alerts are sticky: the first one counts.
///
/// ```swift
/// let policy = StopPolicy.skepticism(threshold: 0.5, needed: 2, window: 10)
/// policy.firstAlert([0.1, 0.9, 0.8].span)  // 3
/// ```
public enum StopPolicy: Sendable, Equatable {
  /// The first score at or above the threshold.
  case threshold(Double)
  /// At least `needed` of the last `window` decisions positive (Vogt, Leser, Akbik 2021).
  case skepticism(threshold: Double, needed: Int, window: Int)

  /// 1-based number of the message that raises the alert, or nil. O(count).
  public func firstAlert(_ scores: Span<Double>) -> Int? {
    switch self {
    case .threshold(let threshold):
      for index in scores.indices where scores[index] >= threshold { return index + 1 }
      return nil
    case .skepticism(let threshold, let needed, let window):
      var positive = 0
      for index in scores.indices {
        if scores[index] >= threshold { positive += 1 }
        if index >= window, scores[index - window] >= threshold { positive -= 1 }
        if positive >= needed { return index + 1 }
      }
      return nil
    }
  }
}

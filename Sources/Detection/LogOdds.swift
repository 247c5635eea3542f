/// Probabilities as evidence: ln(p / (1 − p)), kept finite.
public enum LogOdds {
  /// The largest size of ``of(_:)``; a probability within 1e-13 of 0 or 1 counts no further, so
  /// that one saturated score neither overflows a sum nor outweighs everything after it for ever.
  public static let limit = 30.0

  /// The log-odds of a probability in 0…1, within ±``limit``.
  ///
  /// ```swift
  /// LogOdds.of(0.5)  // 0
  /// LogOdds.of(1)    // 30
  /// ```
  public static func of(_ probability: Double) -> Double {
    min(max(Elementary.log(probability / (1 - probability)), -limit), limit)
  }
}

/// The evidence that each message adds: how far it moved the log-odds of the prefix score.
///
/// A calibrated score is a running posterior: its log-odds are those of the prior plus the
/// log-likelihood ratio of *everything* so far. What one message adds is therefore the change
/// ℓₜ = logit(pₜ) − logit(pₜ₋₁), with the log-odds of the prior in the place of logit(p₀); the
/// changes sum to the log-likelihood ratio of the prefix. Taking logit(pₜ) itself for the
/// evidence of message t would count the first message t times.
///
/// The steps are as true as the scores: a detector that is calibrated on whole conversations may
/// jump with the first message, from the prior to whatever it says of a single one.
public struct LogOddsSteps: Sendable, Equatable {
  private var last: Double

  /// - Parameter prior: the log-odds before the first message.
  public init(prior: Double) { last = prior }

  /// The step to the next score of the prefix, a probability in 0…1; finite. O(1).
  @inline(__always) public mutating func next(_ score: Double) -> Double {
    let now = LogOdds.of(score)
    let step = now - last
    last = now
    return step
  }
}

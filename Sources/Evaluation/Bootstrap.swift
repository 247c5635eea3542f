/// How intervals are drawn.
public struct Bootstrap: Sendable, Equatable {
  /// How many resamples.
  public var resamples: Int
  /// The seed of their random numbers.
  public var seed: UInt64
  /// The share of resamples inside the percentile interval, in 0…1.
  public var confidence: Double

  /// 2,000 resamples of seed 0 for 95 % unless said.
  ///
  /// - Precondition: `resamples` > 0 and 0 < `confidence` < 1.
  public init(resamples: Int = 2000, seed: UInt64 = 0, confidence: Double = 0.95) {
    precondition(resamples > 0, "an interval needs resamples")
    precondition(0 < confidence && confidence < 1, "a confidence lies between 0 and 1")
    (self.resamples, self.seed, self.confidence) = (resamples, seed, confidence)
  }
}

/// How intervals are drawn.
public struct Bootstrap: Sendable, Equatable {
  /// How many resamples.
  public var resamples: Int
  /// The seed of their random numbers.
  public var seed: UInt64
  /// The share of resamples inside the percentile interval.
  public var confidence: Double

  /// 2,000 resamples of seed 0 for 95 % unless said.
  public init(resamples: Int = 2000, seed: UInt64 = 0, confidence: Double = 0.95) {
    (self.resamples, self.seed, self.confidence) = (resamples, seed, confidence)
  }
}

/// Every metric of the contract that predictions decide, in the order of tables.
public enum MetricSuite {
  /// Rises whenever a definition changes.
  public static let version = 1

  /// The names, in the order of the contract.
  public static var names: [String] { preconditionFailure() }

  /// All metrics of labelled conversations; nil values where a metric has no meaning there (no onset
  /// known: every onset-relative one).
  ///
  /// - Parameter bootstrap: nil computes no intervals.
  public static func evaluate(
    _ units: [EvaluatedConversation], bootstrap: Bootstrap? = Bootstrap()
  ) -> [MetricValue] { preconditionFailure() }

  /// The difference A − B of one metric on the same conversations in the same order, with its paired
  /// cluster-bootstrap interval.
  public static func difference(
    _ name: String, _ a: [EvaluatedConversation], _ b: [EvaluatedConversation],
    bootstrap: Bootstrap = Bootstrap()
  ) -> MetricValue { preconditionFailure(name) }
}

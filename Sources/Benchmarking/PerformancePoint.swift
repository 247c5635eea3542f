/// One figure of one commit on one kind of machine: what the history is made of.
///
/// ```swift
/// PerformancePoint(
///   commit: "9f3c…", date: "2026-11-25T14:00:00Z", environment: "c1a0b2d4e5f60718",
///   name: "model-bytes linear-svm", kind: .counted, unit: "bytes", better: .lower,
///   version: 1, value: 1_048_640)
/// ```
public struct PerformancePoint: Sendable, Equatable, Codable {
  /// How a figure may be compared.
  public enum Kind: String, Sendable, Equatable, Codable, CaseIterable {
    /// Equal whenever the same program runs on the same input, or nearly so: allocations, sizes,
    /// rows, peak memory. Gated by a share.
    case counted
    /// Processor time: informs; gated only where both commits ran side by side.
    case timed
    /// A score of detection: equal to the last bit, or the commit changed detection.
    case quality
  }

  /// Which direction is an improvement.
  public enum Direction: String, Sendable, Equatable, Codable, CaseIterable {
    /// Less is better: time, memory, delay.
    case lower
    /// More is better: F1, average precision.
    case higher
  }

  /// The full hash of the commit that was measured.
  public var commit: String
  /// When it was measured: ISO 8601 in UTC, to the second.
  public var date: String
  /// ``MachineEnvironment/fingerprint`` of the machine and build.
  public var environment: String
  /// The case, such as `f1 linear-svm`.
  public var name: String
  /// How it may be compared.
  public var kind: Kind
  /// Such as `bytes`, `ns`, or empty for a score.
  public var unit: String
  /// Which direction is an improvement.
  public var better: Direction
  /// The version of the case's definition; a new version starts a new series.
  public var version: Int
  /// The figure; the median of `samples` where there are some.
  public var value: Double
  /// The single measurements, in the order taken; empty for what is measured once.
  public var samples: [Double]

  /// A point of the history.
  public init(
    commit: String, date: String, environment: String, name: String, kind: Kind, unit: String,
    better: Direction, version: Int, value: Double, samples: [Double] = []
  ) {
    (self.commit, self.date, self.environment) = (commit, date, environment)
    (self.name, self.kind, self.unit, self.better) = (name, kind, unit, better)
    (self.version, self.value, self.samples) = (version, value, samples)
  }
}

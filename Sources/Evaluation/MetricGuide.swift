/// What a published metric is, as data that a page can print: the short form of the guide that its
/// family carries in full.
///
/// ```swift
/// MetricGuide.named("erde_5")?.equation  // "mean cost: N_pos/N for …"
/// ```
public struct MetricGuide: Sendable, Equatable {
  /// Which values are better.
  public enum Direction: String, Sendable {
    /// More is better.
    case higher
    /// Less is better.
    case lower
  }

  /// The name in every file and table, such as `f_latency_onset`.
  public let name: String
  /// What a heading calls it.
  public let title: String
  /// What is counted, and in what.
  public let unit: String
  /// The values that it can take.
  public let range: String
  /// Which values are better.
  public let direction: Direction
  /// What it is, in one sentence.
  public let definition: String
  /// How it is computed, in plain text.
  public let equation: String
  /// Where it comes from.
  public let source: String
  /// What to call in scikit-learn for the same number; nil where it has none.
  public let scikitLearn: String?
  /// Whether the clock or the file system decides it rather than the predictions, so that it has no
  /// interval and is not in ``MetricSuite/names``.
  public let isMeasured: Bool

  /// A guide.
  init(
    _ name: String, _ title: String, unit: String = "conversations", range: String = "0…1",
    _ direction: Direction = .higher, definition: String, equation: String, source: String,
    scikitLearn: String? = nil, isMeasured: Bool = false
  ) {
    (self.name, self.title, self.unit, self.range) = (name, title, unit, range)
    (self.direction, self.definition, self.equation) = (direction, definition, equation)
    (self.source, self.scikitLearn, self.isMeasured) = (source, scikitLearn, isMeasured)
  }

  /// Every published metric: those of ``MetricSuite/names`` in their order, then the measured ones.
  public static let all = decisions + rankings + latencies + delays + calibrations + measurements

  /// The guide to a metric; nil where no metric has the name. O(metrics).
  public static func named(_ name: String) -> MetricGuide? { all.first { $0.name == name } }
}

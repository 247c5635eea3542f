/// The definition of one figure that is followed over commits: what is measured of which work on
/// which input, and what the work must answer.
///
/// ```swift
/// BenchmarkCase(
///   name: "allocations read", kind: .counted, component: "read", corpus: "smoke",
///   unit: "allocations", better: .lower, gate: 0.01, expected: 9_000)
/// ```
public struct BenchmarkCase: Sendable, Equatable {
  /// What is measured: the first word of a case's name.
  public enum Measure: String, Sendable, Equatable, CaseIterable {
    /// How often the work asked for memory.
    case allocations
    /// Instructions retired outside of the kernel, where the machine counts them.
    case instructions
    /// The most memory that a process of its own held at once.
    case peakRSS = "peak-rss"
    /// The encoded model.
    case modelBytes = "model-bytes"
    /// The loaded segments of a tool: without symbols and debug information.
    case binaryBytes = "binary-bytes"
    /// All rows of the database that holds the corpus.
    case databaseRows = "database-rows"
    /// The pages of that database.
    case databaseBytes = "database-bytes"
    /// The generated file.
    case fileBytes = "file-bytes"
    /// Processor time.
    case cpu
    /// F1 of the alerts.
    case f1
    /// Average precision of the scores.
    case averagePrecision = "average-precision"
    /// F-latency of the alerts.
    case fLatency = "f-latency"
    /// The median number of messages from onset to alert.
    case delay

    /// The kind of every case with this measure.
    public var kind: PerformancePoint.Kind {
      switch self {
      case .cpu: .timed
      case .f1, .averagePrecision, .fLatency, .delay: .quality
      default: .counted
      }
    }
  }

  /// The name in the history, big words first, such as `allocations score linear-svm`.
  public var name: String
  /// How the figure may be compared.
  public var kind: PerformancePoint.Kind
  /// What works: `read`, `generate`, `store`, `train`, `score`, `detect`, or a tool.
  public var component: String
  /// The detector at work; nil where none is.
  public var detector: String?
  /// The input, by the key of ``CaseSuite/corpora``; nil where the work has none.
  public var corpus: String?
  /// How often one sample repeats the work: a time is that of the fastest repetition.
  public var passes: Int
  /// Rises whenever the definition changes, so that a new series begins.
  public var version: Int
  /// Such as `bytes`, or empty for a score.
  public var unit: String
  /// Which direction is an improvement.
  public var better: PerformancePoint.Direction
  /// The largest worsening that passes, as a share, for counted cases; 0 for the others, which have
  /// rules of their own.
  public var gate: Double
  /// What the work must answer, a count that no machine changes; nil where the work has no answer.
  public var expected: Int?

  /// A definition.
  public init(
    name: String, kind: PerformancePoint.Kind, component: String, detector: String? = nil,
    corpus: String? = nil, passes: Int = 1, version: Int = 1, unit: String,
    better: PerformancePoint.Direction, gate: Double = 0, expected: Int? = nil
  ) {
    (self.name, self.kind, self.component) = (name, kind, component)
    (self.detector, self.corpus, self.passes) = (detector, corpus, passes)
    (self.version, self.unit, self.better) = (version, unit, better)
    (self.gate, self.expected) = (gate, expected)
  }

  /// What is measured; nil where the first word of the name is no measure.
  public var measure: Measure? {
    name.split(separator: " ").first.flatMap { Measure(rawValue: String($0)) }
  }
}

/// Whether a detector competes or controls.
public struct DetectorEntry: Sendable {
  /// The name on the command line.
  public var name: String
  /// One sentence.
  public var summary: String
  /// The paper or source.
  public var source: String
  /// Whether its rows are controls of the benchmark (`shortcut`).
  public var isControl: Bool
  /// Rises whenever a change alters any score.
  public var version: Int
  /// The hyper-parameters that training chooses, with the grid in words, sorted by name.
  public var grid: [DetectorParameter]

  /// An entry.
  public init(
    name: String, summary: String, source: String, isControl: Bool = false, version: Int = 1,
    grid: [DetectorParameter] = []
  ) {
    (self.name, self.summary, self.source) = (name, summary, source)
    (self.isControl, self.version, self.grid) = (isControl, version, grid)
  }
}

/// Every built-in detector: what it is, how it is trained, how its bytes are read back.
public enum DetectorCatalogue {
  /// In the order of tables.
  public static var entries: [DetectorEntry] { preconditionFailure() }

  /// Trains a detector: hyper-parameters by largest average precision on `validation` (final
  /// scores), probabilities calibrated on `validation`. Deterministic in its arguments.
  ///
  /// - Parameter checkpoint: called between pieces of work; what it throws ends the training.
  /// - Throws: ``DetectionError``.
  public static func train(
    _ name: String, on training: Examples, validation: Examples, seed: UInt64,
    checkpoint: () throws -> Void = {}
  ) throws -> any Detector { preconditionFailure(name) }

  /// Reads the bytes that `Detector.encoded()` gave.
  ///
  /// - Throws: ``DetectionError``.
  public static func decode(_ name: String, _ bytes: [UInt8]) throws -> any Detector {
    preconditionFailure(name)
  }
}

/// Why a detector could not be trained or read.
public enum DetectionError: Error, Equatable, CustomStringConvertible {
  /// No detector has this name.
  case unknownDetector(String)
  /// Bytes that are no model of this detector.
  case invalidModel(detector: String, reason: String)
  /// Training or validation lacks a class.
  case missingClass(detector: String)

  /// The sentence.
  public var description: String {
    switch self {
    case .unknownDetector(let name): "unknown detector '\(name)'"
    case .invalidModel(let detector, let reason): "model of '\(detector)': \(reason)"
    case .missingClass(let detector):
      "'\(detector)' needs grooming and benign conversations in training and in validation"
    }
  }
}

/// A kind of stop policy with its parameters fitted on validation.
public enum PolicyFitting {
  /// What the fit makes largest.
  public enum Objective: Sendable, Equatable {
    /// F1 of the alerts; ties go to the higher threshold.
    case f1
    /// Recall, with at most this share of the negatives alerted; ties go to the higher threshold.
    case falseAlarmRate(Double)

    /// `f1` or `fpr<=0.01`, as rows and keys print it.
    public var text: String {
      switch self {
      case .f1: "f1"
      case .falseAlarmRate(let rate): "fpr<=\(rate)"
      }
    }
  }

  /// The names of the kinds: `threshold`, `skepticism`.
  public static let names = ["threshold", "skepticism"]

  /// Fits a policy on the prefix scores of validation conversations.
  ///
  /// - Parameters:
  ///   - name: one of ``names``.
  ///   - scores: per conversation, the score after each message.
  ///   - isPositive: per conversation, its class.
  /// - Returns: the policy; where nothing can be fitted (a class is missing), a threshold of .5.
  public static func fit(
    _ name: String, scores: [[Double]], isPositive: [Bool], objective: Objective
  ) -> StopPolicy { preconditionFailure(name) }
}

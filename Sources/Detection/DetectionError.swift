/// Why a detector could not be trained or read.
public enum DetectionError: Error, Equatable, CustomStringConvertible {
  /// No detector has this name.
  case unknownDetector(String)
  /// Bytes that are no model of this detector.
  case invalidModel(detector: String, reason: String)
  /// Training or validation lacks a class.
  case missingClass(detector: String)
  /// The stop policy needs stages, and the detector tells none.
  case missingStages(policy: String)

  /// The sentence.
  public var description: String {
    switch self {
    case .unknownDetector(let name): "unknown detector '\(name)'"
    case .invalidModel(let detector, let reason): "model of '\(detector)': \(reason)"
    case .missingClass(let detector):
      "'\(detector)' needs grooming and benign conversations in training and in validation"
    case .missingStages(let policy):
      "stop policy '\(policy)' needs a detector that tells stages; this one tells none"
    }
  }
}

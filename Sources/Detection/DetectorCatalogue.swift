/// Every built-in detector: what it is, how it is trained, how its bytes are read back.
///
/// ```swift
/// let detector = try DetectorCatalogue.train(
///   "linear-svm", on: Examples(training), validation: Examples(validation), seed: 1)
/// let again = try DetectorCatalogue.decode("linear-svm", detector.encoded())
/// ```
public enum DetectorCatalogue {
  /// In the order of tables.
  static let all: [any TrainableDetector.Type] = [
    LexiconDetector.self, Shortcut.self, NaiveBayes.self, ComplementNaiveBayes.self,
    LogisticRegression.self, LinearSVM.self, FastText.self, TwoStage.self, ProfileBased.self,
    BehaviourBoosting.self, StageHMM.self, Sentinel.self, SentinelCorrected.self,
    IsolationForestDetector.self, Ensemble.self,
  ]

  /// What each detector is, in the order of tables.
  public static var entries: [DetectorEntry] { all.map { $0.entry } }

  /// Trains a detector: hyper-parameters by largest average precision on `validation` (final
  /// scores), probabilities calibrated on `validation`. Deterministic in its arguments.
  ///
  /// Grids have at most six points and are searched on at most 1,000 training and 1,000
  /// validation conversations; the final fit sees all.
  ///
  /// - Parameter checkpoint: called between pieces of work; what it throws ends the training.
  /// - Throws: ``DetectionError``.
  public static func train(
    _ name: String, on training: Examples, validation: Examples, seed: UInt64,
    checkpoint: () throws -> Void = {}
  ) throws -> any Detector {
    try type(named: name).train(
      on: training, validation: validation, seed: seed, checkpoint: checkpoint)
  }

  /// Reads the bytes that `Detector.encoded()` gave.
  ///
  /// - Throws: ``DetectionError``.
  public static func decode(_ name: String, _ bytes: [UInt8]) throws -> any Detector {
    try type(named: name).decode(bytes)
  }

  private static func type(
    named name: String
  ) throws(DetectionError) -> any TrainableDetector.Type {
    guard let type = all.first(where: { $0.entry.name == name }) else {
      throw .unknownDetector(name)
    }
    return type
  }
}

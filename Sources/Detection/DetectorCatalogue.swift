/// Every built-in detector: what it is, how it is trained, how its bytes are read back.
///
/// ```swift
/// let detector = try DetectorCatalogue.train(
///   "linear-svm", on: Examples(training), validation: Examples(validation), seed: 1)
/// let again = try DetectorCatalogue.decode("linear-svm", detector.encoded())
/// ```
public enum DetectorCatalogue {
  /// In the order of tables.
  public static var entries: [DetectorEntry] {
    [
      LexiconDetector.entry, Shortcut.entry, NaiveBayes.entry, LogisticRegression.entry,
      LinearSVM.entry,
    ]
  }

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
    switch name {
    case LexiconDetector.entry.name:
      try LexiconDetector.train(
        on: training, validation: validation, seed: seed, checkpoint: checkpoint)
    case Shortcut.entry.name:
      try Shortcut.train(on: training, validation: validation, seed: seed, checkpoint: checkpoint)
    case NaiveBayes.entry.name:
      try NaiveBayes.train(on: training, validation: validation, seed: seed, checkpoint: checkpoint)
    case LogisticRegression.entry.name:
      try LogisticRegression.train(
        on: training, validation: validation, seed: seed, checkpoint: checkpoint)
    case LinearSVM.entry.name:
      try LinearSVM.train(on: training, validation: validation, seed: seed, checkpoint: checkpoint)
    default: throw DetectionError.unknownDetector(name)
    }
  }

  /// Reads the bytes that `Detector.encoded()` gave.
  ///
  /// - Throws: ``DetectionError``.
  public static func decode(_ name: String, _ bytes: [UInt8]) throws -> any Detector {
    switch name {
    case LexiconDetector.entry.name: try LexiconDetector.decode(bytes)
    case Shortcut.entry.name: try Shortcut.decode(bytes)
    case NaiveBayes.entry.name: try NaiveBayes.decode(bytes)
    case LogisticRegression.entry.name: try LogisticRegression.decode(bytes)
    case LinearSVM.entry.name: try LinearSVM.decode(bytes)
    default: throw DetectionError.unknownDetector(name)
    }
  }
}

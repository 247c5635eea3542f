/// A built-in detector: one that the catalogue can train and read back.
protocol TrainableDetector: Detector {
  /// What the catalogue says.
  static var entry: DetectorEntry { get }

  /// Trains; deterministic in its arguments. `checkpoint` is called between pieces of work, and what
  /// it throws ends the training.
  static func train(
    on training: Examples, validation: Examples, seed: UInt64, checkpoint: () throws -> Void
  ) throws -> Self

  /// Reads what `encoded()` wrote.
  static func decode(_ bytes: [UInt8]) throws(DetectionError) -> Self
}

extension TrainableDetector {
  /// The name in the catalogue.
  public var name: String { Self.entry.name }
  /// Rises whenever a change alters any score.
  public var version: Int { Self.entry.version }
}

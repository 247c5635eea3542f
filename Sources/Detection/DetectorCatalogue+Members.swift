extension DetectorCatalogue {
  /// The detectors that `name` is made of; empty for all but `ensemble`.
  public static func members(of name: String) -> [String] {
    name == Ensemble.entry.name ? Ensemble.memberNames : []
  }

  /// Trains a detector out of members that are trained already, so that a comparison which has just
  /// trained them does not train them again.
  ///
  /// - Parameter members: those of ``members(of:)`` that are at hand, trained with the same
  ///   arguments; others are passed over, and those that lack are trained. The result is the same.
  /// - Throws: ``DetectionError``, and what `checkpoint` throws.
  public static func train(
    _ name: String, on training: Examples, validation: Examples, seed: UInt64,
    members: [any Detector], checkpoint: () throws -> Void = {}
  ) throws -> any Detector {
    guard name == Ensemble.entry.name else {
      return try train(
        name, on: training, validation: validation, seed: seed, checkpoint: checkpoint)
    }
    return try Ensemble.train(
      on: training, validation: validation, seed: seed, members: members, checkpoint: checkpoint)
  }
}

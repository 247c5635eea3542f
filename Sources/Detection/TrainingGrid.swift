import TextFeatures

/// The conversations that hyper-parameters are judged on: at most 1,000 to fit and 1,000 to rank.
struct TrainingGrid {
  private let training: Examples
  private let validation: Examples
  /// Positions of the items to fit on.
  let fitted: [Int]
  private let judged: [Int]

  /// Drawn from `seed`.
  init(_ training: Examples, _ validation: Examples, seed: UInt64) {
    (self.training, self.validation) = (training, validation)
    fitted = TrainingSample.picks(training, limit: TrainingSample.gridLimit, seed: seed)
    judged = TrainingSample.picks(validation, limit: TrainingSample.gridLimit, seed: seed)
  }

  /// The counts to fit on and the counts to judge by; the first taken from the rows of all of
  /// training, where these are known.
  func rows(
    _ hasher: FeatureHasher, from all: FeatureRows? = nil, checkpoint: () throws -> Void
  ) rethrows -> (fitted: FeatureRows, judged: FeatureRows) {
    (
      try all?.picked(fitted)
        ?? FeatureRows(training, picks: fitted, hasher: hasher, checkpoint: checkpoint),
      try FeatureRows(validation, picks: judged, hasher: hasher, checkpoint: checkpoint)
    )
  }
}

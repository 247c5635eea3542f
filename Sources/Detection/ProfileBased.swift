import TextFeatures

/// Words as their affinities with profiles, a text as the mean of its words.
///
/// The profiles are the two classes, each cut into consecutive parts of its conversations, so that
/// the words of a beginning are compared with those of beginnings. A logistic regression on the few
/// mean affinities gives the margin; as mean and regression are linear, one number per bucket
/// remains. The regression is fitted on conversations whose own words were left out of the profiles
/// (five folds): words that only one conversation has would give its class away.
/// Source: Escalante et al. 2017, doi:10.1016/j.eswa.2017.07.040; López-Monroy, González,
/// Montes-y-Gómez, Escalante, Solorio 2018, doi:10.18653/v1/N18-1110.
public struct ProfileBased: WordTableDetector {
  /// What the catalogue says.
  static let entry = DetectorEntry(
    name: "profile-based",
    summary: "Affinities of words with profiles of the classes, averaged, and a linear model",
    source:
      "Escalante et al. 2017, doi:10.1016/j.eswa.2017.07.040; López-Monroy et al. 2018, "
      + "doi:10.18653/v1/N18-1110",
    cost: "O(words of the message)",
    weakness:
      "A few numbers stand for a whole text, and their mean moves little in a long conversation: "
      + "strong where little text is there, coarse where much is.",
    grid: [
      DetectorParameter("C", "1, 100"),
      DetectorParameter("parts", "1, 2, 3"),
    ])

  private static let costs = [1.0, 100]
  private static let parts = [1, 2, 3]
  private static let folds = 5
  private static let minimumDocuments = 5
  private static let neutralWords = 500
  private static let hasher = FeatureHasher(bits: 18, words: 2)

  /// What each bucket's affinities add to the mean's log-odds.
  let model: WordTable
  /// What was chosen: C, the parts, the number of buckets, the calibration.
  public let parameters: [DetectorParameter]

  /// Trains; deterministic in its arguments.
  static func train(
    on training: Examples, validation: Examples, seed: UInt64, checkpoint: () throws -> Void
  ) throws -> ProfileBased {
    try TrainingSample.requireBothClasses(entry.name, training, validation)
    let grid = TrainingGrid(training, validation, seed: seed)
    let (fitted, held) = try grid.rows(hasher, checkpoint: checkpoint)
    var best = BestPoint<(parts: Int, cost: Double)>()
    for parts in parts {
      let rows = try ProfileRows(
        training, picks: grid.fitted, parts: parts, hasher: hasher, checkpoint: checkpoint)
      let profiles = try Profiles(rows, fitted, checkpoint)
      for cost in costs {
        best.offer(
          (parts, cost), margins: profiles.table(cost).margins(held), isPositive: held.isPositive)
      }
    }
    guard let (parts, cost) = best.point else { preconditionFailure("an empty grid") }
    let all = Array(training.items.indices)
    let profiles = try Profiles(
      try ProfileRows(training, picks: all, parts: parts, hasher: hasher, checkpoint: checkpoint),
      try FeatureRows(training, picks: all, hasher: hasher, checkpoint: checkpoint), checkpoint)
    let model = try profiles.table(cost).calibrated(on: validation, checkpoint: checkpoint)
    return ProfileBased(
      model: model,
      parameters: model.parameters(with: [
        DetectorParameter("C", "\(cost)"),
        DetectorParameter("folds", "\(folds)"),
        DetectorParameter("min-df", "\(minimumDocuments)"),
        DetectorParameter("parts", "\(parts)"),
      ]))
  }

  /// The affinities of everything, and the vectors of conversations that did not count in theirs.
  private struct Profiles {
    private let affinities: ProfileAffinities
    private var vectors: [[Double]]
    private let isPositive: [Bool]
    private let scales: [Standardisation]

    init(_ rows: ProfileRows, _ whole: FeatureRows, _ checkpoint: () throws -> Void) rethrows {
      affinities = ProfileAffinities(
        rows, bucketCount: hasher.bucketCount, minimumDocuments: minimumDocuments)
      isPositive = whole.isPositive
      vectors = [[Double]](repeating: [], count: whole.count)
      // Folds are dealt out class by class, so that each has its share of both.
      var dealt = [false: 0, true: 0]
      let folds = isPositive.map { isPositive in
        dealt[isPositive, default: 0] += 1
        return dealt[isPositive, default: 0] % ProfileBased.folds
      }
      for fold in 0..<ProfileBased.folds {
        try checkpoint()
        let others = ProfileAffinities(
          rows, bucketCount: hasher.bucketCount, minimumDocuments: minimumDocuments,
          leftOut: { folds[rows.conversations[$0]] == fold })
        for row in 0..<whole.count where folds[row] == fold {
          vectors[row] = others.vector(whole, row)
        }
      }
      scales = (0..<rows.profileCount).map { [vectors] profile in
        Standardisation(vectors.map { $0[profile] })
      }
    }

    /// The regression at a cost, spread over the buckets. Numbers are centred: a text without known
    /// words has the margin of the intercept.
    func table(_ cost: Double) -> WordTable {
      let standardised = vectors.map { vector in
        zip(scales, vector).map { $0.apply($1) }
      }
      let fit = SmallLogisticRegression(standardised, isPositive: isPositive, c: cost)
      var values = [Double](repeating: 0, count: hasher.bucketCount)
      for bucket in affinities.known {
        for (profile, affinity) in affinities.affinities(bucket).enumerated() {
          values[bucket] += fit.weights[profile] * scales[profile].apply(affinity)
        }
      }
      return WordTable(
        hasher: hasher, reduction: .mean, neutralWords: neutralWords, values: values,
        intercept: fit.bias)
    }
  }
}

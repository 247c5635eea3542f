import TextFeatures

/// Complement naive Bayes: a class is judged by the words of everything outside it.
///
/// The margin of a prefix is Σ n(word) · (w(grooming) − w(benign)) with w(class) = −ln P(word | not
/// class), without a prior. Normalised weights (Rennie's WCNB) divide those of a class by the sum of
/// their magnitudes, so that the class of fewer words does not get the larger weights. With two
/// classes the complement of one is the other, so the plain weights are those of multinomial naive
/// Bayes without its prior; the normalised ones are its own. Agrees with
/// `sklearn.naive_bayes.ComplementNB(alpha, norm)` on the same counts.
/// Source: Rennie, Shih, Teevan, Karger 2003, "Tackling the poor assumptions of naive Bayes text
/// classifiers", ICML.
public struct ComplementNaiveBayes: WordTableDetector {
  /// What the catalogue says.
  static let entry = DetectorEntry(
    name: "complement-naive-bayes",
    summary: "Complement naive Bayes on word counts, with or without normalised weights",
    source: "Rennie, Shih, Teevan, Karger 2003, ICML",
    cost: "O(words of the message)",
    weakness:
      "Knows no prior and takes repetitions for independent evidence; with two classes its "
      + "plain form ranks as multinomial naive Bayes does.",
    grid: [
      DetectorParameter("alpha", "0.1, 1, 10"),
      DetectorParameter("norm", "no, yes"),
    ])

  private static let alphas = [0.1, 1, 10]
  private static let hasher = FeatureHasher(bits: 18, words: 1)

  /// The weight of grooming less that of benign.
  let model: WordTable
  /// What was chosen: alpha, the normalisation, the number of buckets, the calibration.
  public let parameters: [DetectorParameter]

  /// Trains; deterministic in its arguments.
  static func train(
    on training: Examples, validation: Examples, seed: UInt64, checkpoint: () throws -> Void
  ) throws -> ComplementNaiveBayes {
    try TrainingSample.requireBothClasses(entry.name, training, validation)
    let (rows, held) = try TrainingGrid(training, validation, seed: seed)
      .rows(hasher, checkpoint: checkpoint)
    var best = BestPoint<(alpha: Double, isNormalised: Bool)>()
    for isNormalised in [false, true] {
      for alpha in alphas {
        best.offer(
          (alpha, isNormalised), margins: table(rows, alpha, isNormalised).margins(held),
          isPositive: held.isPositive)
      }
    }
    guard let (alpha, isNormalised) = best.point else { preconditionFailure("an empty grid") }
    let all = try FeatureRows(all: training, hasher: hasher, checkpoint: checkpoint)
    let model = try table(all, alpha, isNormalised).calibrated(
      on: validation, checkpoint: checkpoint)
    return ComplementNaiveBayes(
      model: model,
      parameters: model.parameters(with: [
        DetectorParameter("alpha", "\(alpha)"),
        DetectorParameter("norm", isNormalised ? "yes" : "no"),
      ]))
  }

  private static func table(
    _ rows: FeatureRows, _ alpha: Double, _ isNormalised: Bool
  ) -> WordTable {
    var counts = MultinomialCounts(featureCount: hasher.bucketCount)
    counts.add(rows)
    return WordTable(
      hasher: hasher, reduction: .sum,
      values: counts.complementOdds(alpha: alpha, isNormalised: isNormalised), intercept: 0)
  }
}

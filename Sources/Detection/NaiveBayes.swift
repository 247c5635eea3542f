import TextFeatures

/// Multinomial naive Bayes on the word counts of the prefix.
///
/// The log-odds of a prefix are the log prior odds plus one term per word, so a message costs its
/// own words only. Agrees with `sklearn.naive_bayes.MultinomialNB` on the same counts.
/// Source: McCallum & Nigam 1998, "A comparison of event models for naive Bayes text
/// classification".
public struct NaiveBayes: WordTableDetector {
  /// What the catalogue says.
  static let entry = DetectorEntry(
    name: "naive-bayes",
    summary: "Multinomial naive Bayes on word counts",
    source: "McCallum & Nigam 1998, AAAI workshop on learning for text categorization",
    cost: "O(words of the message)",
    weakness:
      "Counts every repetition as independent evidence, so its raw odds are far too sure; "
      + "words that only the training corpus ties to a class mislead it.",
    grid: [
      DetectorParameter("alpha", "0.01, 0.1, 1"),
      DetectorParameter("word-ngrams", "1, 1-2"),
    ])

  private static let alphas = [0.01, 0.1, 1]
  private static let bits = 18

  /// ln P(bucket | grooming) − ln P(bucket | benign); the intercept is the log prior odds.
  let model: WordTable
  /// What was chosen: alpha, the n-grams, the number of buckets, the calibration.
  public let parameters: [DetectorParameter]

  /// Trains; deterministic in its arguments.
  static func train(
    on training: Examples, validation: Examples, seed: UInt64, checkpoint: () throws -> Void
  ) throws -> NaiveBayes {
    try TrainingSample.requireBothClasses(entry.name, training, validation)
    let grid = TrainingGrid(training, validation, seed: seed)
    var best = BestPoint<(hasher: FeatureHasher, alpha: Double)>()
    for order in [1, 2] {
      let hasher = FeatureHasher(bits: bits, words: order)
      let (rows, held) = try grid.rows(hasher, checkpoint: checkpoint)
      var counts = MultinomialCounts(featureCount: hasher.bucketCount)
      counts.add(rows)
      for alpha in alphas {
        let candidate = WordTable(
          hasher: hasher, reduction: .sum, values: counts.logOdds(alpha: alpha), intercept: 0)
        best.offer((hasher, alpha), margins: candidate.margins(held), isPositive: held.isPositive)
      }
    }
    guard let (hasher, alpha) = best.point else { preconditionFailure("an empty grid") }
    var counts = MultinomialCounts(featureCount: hasher.bucketCount)
    counts.add(try FeatureRows(all: training, hasher: hasher, checkpoint: checkpoint))
    let model = try WordTable(
      hasher: hasher, reduction: .sum, values: counts.logOdds(alpha: alpha),
      intercept: counts.logPriorOdds
    ).calibrated(on: validation, checkpoint: checkpoint)
    return NaiveBayes(
      model: model,
      parameters: model.parameters(with: [DetectorParameter("alpha", "\(alpha)")]))
  }
}

import TextFeatures

/// fastText's classifier: the mean of the embeddings of hashed words and word pairs, and a softmax.
///
/// The mean and the output are both linear, so after training one number per bucket remains, and the
/// exact score of every prefix needs a sum and a count. Words that say nothing stand before the first
/// message, so that a short beginning is no extreme. Without them, within a point of the accuracy of the
/// original on the same texts and parameters.
/// Source: Joulin, Grave, Bojanowski, Mikolov 2017, doi:10.18653/v1/E17-2068.
public struct FastText: WordTableDetector {
  /// What the catalogue says.
  static let entry = DetectorEntry(
    name: "fasttext",
    summary: "fastText: averaged embeddings of hashed words and word pairs, softmax output",
    source: "Joulin, Grave, Bojanowski, Mikolov 2017, doi:10.18653/v1/E17-2068",
    cost: "O(words of the message)",
    weakness:
      "The mean drowns a few telling words in a long conversation, and does so more with every "
      + "message; no weight is penalised, so rare words are learnt by heart.",
    grid: [
      DetectorParameter("epochs", "5, 10"),
      DetectorParameter("rate", "0.5, 1, 2"),
    ])

  private static let rates = [0.5, 1, 2]
  private static let epochs = [5, 10]
  private static let hasher = FeatureHasher(bits: 18, words: 2)
  private static let minimumDocuments = 2
  /// At 0 the largest score of a conversation ranks as chance does, at 500 the last one ranks worse.
  private static let neutralWords = 100

  /// The product of each bucket's embedding with the difference of the output vectors.
  let model: WordTable
  /// What was chosen: the epochs, the rate, the dimension, the number of buckets, the calibration.
  public let parameters: [DetectorParameter]

  /// Trains; deterministic in its arguments.
  static func train(
    on training: Examples, validation: Examples, seed: UInt64, checkpoint: () throws -> Void
  ) throws -> FastText {
    try TrainingSample.requireBothClasses(entry.name, training, validation)
    func table(_ rows: FeatureRows, _ rate: Double, _ epochs: Int) throws -> WordTable {
      let trainer = EmbeddingTrainer(
        rate: rate, epochs: epochs, minimumDocuments: minimumDocuments)
      return WordTable(
        hasher: hasher, reduction: .mean, neutralWords: neutralWords,
        values: try trainer.train(
          rows, bucketCount: hasher.bucketCount, seed: seed, checkpoint: checkpoint),
        intercept: 0)
    }
    let (rows, held) = try TrainingGrid(training, validation, seed: seed)
      .rows(hasher, checkpoint: checkpoint)
    var best = BestPoint<(rate: Double, epochs: Int)>()
    for rate in rates {
      for epochs in epochs {
        let candidate = try table(rows, rate, epochs)
        best.offer(
          (rate, epochs), margins: candidate.margins(held), isPositive: held.isPositive)
      }
    }
    guard let (rate, epochs) = best.point else { preconditionFailure("an empty grid") }
    let all = try FeatureRows(all: training, hasher: hasher, checkpoint: checkpoint)
    let model = try table(all, rate, epochs).calibrated(on: validation, checkpoint: checkpoint)
    return FastText(
      model: model,
      parameters: model.parameters(with: [
        DetectorParameter("dimension", "\(EmbeddingTrainer.dimension)"),
        DetectorParameter("epochs", "\(epochs)"),
        DetectorParameter("min-df", "\(minimumDocuments)"),
        DetectorParameter("rate", "\(rate)"),
      ]))
  }
}

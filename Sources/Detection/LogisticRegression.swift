public import Chat

/// L2-regularised logistic regression on hashed tf-idf word n-grams.
///
/// The objective is LIBLINEAR's, ½‖w‖² + C Σ ln(1 + e^(−y w·x)),
/// on rows of length 1 with the bias as the weight of a feature that is always 1. Agrees with
/// `sklearn.linear_model.LogisticRegression(solver="liblinear")` on the same features.
/// Source: Yu, Huang, Lin 2011, doi:10.1007/s10994-010-5221-8.
public struct LogisticRegression: TrainableDetector {
  /// What the catalogue says.
  static let entry = DetectorEntry(
    name: "logistic-regression",
    summary: "L2-regularised logistic regression on hashed tf-idf word n-grams",
    source: "Yu, Huang, Lin 2011, doi:10.1007/s10994-010-5221-8",
    cost: "O(words of the message)",
    weakness:
      "Sees words and word pairs, not who says them to whom: the same words of a coach or "
      + "a parent look alike.",
    grid: [
      DetectorParameter("C", "0.1, 1, 10"),
      DetectorParameter("word-ngrams", "1, 1-2"),
    ])

  /// How it is trained.
  static let plan = LinearTextModel.Plan(
    detector: "logistic-regression", loss: .logistic, costs: [0.1, 1, 10], orders: [1, 2])

  let model: LinearTextModel
  /// What was chosen: C, the n-grams, the number of buckets, the calibration.
  public let parameters: [DetectorParameter]
  /// The size of `encoded()`.
  public let modelBytes: Int

  private init(_ trained: (model: LinearTextModel, parameters: [DetectorParameter])) {
    (model, parameters) = trained
    modelBytes = model.encoded(Self.entry.name, parameters).count
  }

  /// Trains; deterministic in its arguments.
  static func train(
    on training: Examples, validation: Examples, seed: UInt64, checkpoint: () throws -> Void
  ) throws -> LogisticRegression {
    LogisticRegression(
      try LinearTextModel.train(
        plan, on: training, validation: validation, seed: seed, checkpoint: checkpoint))
  }

  /// Reads what `encoded()` wrote.
  static func decode(_ bytes: [UInt8]) throws(DetectionError) -> LogisticRegression {
    LogisticRegression(try LinearTextModel.decode(entry.name, bytes))
  }

  /// The table of counts of a conversation with 4,096 distinct features.
  public var stateBytesCap: Int { LinearTextModel.stateBytesCap }

  /// A scorer that keeps two sums and the counts of the features seen.
  public func makeScorer() -> any Scorer { LinearTextScorer(model) }

  /// What each message added to the margin of the whole conversation; the sum over all messages
  /// and the bias is the margin.
  public func explain(_ chunk: Chunk, conversation: Int, limit: Int) -> [Evidence] {
    model.explain(chunk, conversation: conversation, limit: limit)
  }

  /// The buckets that hold something, with their weights.
  public func encoded() -> [UInt8] { model.encoded(name, parameters) }
}

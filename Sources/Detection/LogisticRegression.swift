/// L2-regularised logistic regression on hashed tf-idf word n-grams.
///
/// The objective is LIBLINEAR's, ½‖w‖² + C Σ ln(1 + e^(−y w·x)),
/// on rows of length 1 with the bias as the weight of a feature that is always 1. Agrees with
/// `sklearn.linear_model.LogisticRegression(solver="liblinear")` on the same features.
/// Source: Yu, Huang, Lin 2011, doi:10.1007/s10994-010-5221-8.
public struct LogisticRegression: LinearTextDetector {
  /// What the catalogue says.
  static let entry = DetectorEntry(
    name: "logistic-regression",
    summary: "L2-regularised logistic regression on hashed tf-idf word n-grams",
    source: "Yu, Huang, Lin 2011, doi:10.1007/s10994-010-5221-8",
    cost: "O(words of the message)",
    weakness:
      "Sees words and word pairs, not who says them to whom: the same words of a coach or "
      + "a parent look alike.",
    version: 3,
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

  /// Fits at given hyper-parameters, without a search, and calibrates on `validation`.
  ///
  /// - Parameters:
  ///   - cost: C, above 0.
  ///   - words: the longest word n-gram, 1 or 2.
  /// - Throws: ``DetectionError/missingClass(detector:)``.
  public static func fit(
    on training: Examples, validation: Examples, cost: Double, words: Int, seed: UInt64
  ) throws -> LogisticRegression {
    try fitted(on: training, validation: validation, cost: cost, words: words, seed: seed)
  }
}

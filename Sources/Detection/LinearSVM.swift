/// Linear support vector machine with squared hinge loss on hashed tf-idf word n-grams.
///
/// The objective is LIBLINEAR's, ½‖w‖² + C Σ max(0, 1 − y w·x)²,
/// on rows of length 1 with the bias as the weight of a feature that is always 1. Agrees with
/// `sklearn.svm.LinearSVC()` on the same features.
/// Source: Fan et al. 2008; Hsieh et al. 2008, doi:10.1145/1390156.1390208.
public struct LinearSVM: LinearTextDetector {
  /// What the catalogue says.
  static let entry = DetectorEntry(
    name: "linear-svm",
    summary: "Linear support vector machine, squared hinge loss, on hashed tf-idf word n-grams",
    source:
      "Fan, Chang, Hsieh, Wang, Lin 2008 (LIBLINEAR); Hsieh et al. 2008, doi:10.1145/1390156.1390208",
    cost: "O(words of the message)",
    weakness:
      "Sees words and word pairs, not who says them to whom; its margin becomes a "
      + "probability by calibration alone.",
    version: 3,
    grid: [
      DetectorParameter("C", "0.1, 1, 10"),
      DetectorParameter("word-ngrams", "1, 1-2"),
    ])

  /// How it is trained.
  static let plan = LinearTextModel.Plan(
    detector: "linear-svm", loss: .squaredHinge, costs: [0.1, 1, 10], orders: [1, 2])

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
  ) throws -> LinearSVM {
    try fitted(on: training, validation: validation, cost: cost, words: words, seed: seed)
  }
}

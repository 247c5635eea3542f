import Chat
import Statistics
import TextFeatures

extension LinearTextModel {
  /// How a linear detector is trained.
  struct Plan {
    var detector: String
    var loss: DualCoordinateDescent.Loss
    /// The values of C that are tried with each n-gram order.
    var costs: [Double]
    /// The longest word n-grams that are tried.
    var orders: [Int]
    var bits = 18
    var minimumDocuments = 2
    /// How close to the optimum a fit must come, as a share of its objective: close enough that no
    /// prediction differs from LIBLINEAR's, which 1e-4 is not.
    var tolerance = 1e-6
    /// The same for the fits of the grid, which are only ranked.
    var gridTolerance = 1e-3
  }

  /// One example per conversation, the whole of it. Prefixes as further examples were tried on
  /// neutral chat and left out: the last scores rank worse (average precision .856 → .842 with
  /// the first half added) and the alerts of both policies do not get better. So were character
  /// 3–5-grams beside the words (validation .309 → .298, at three times the features).
  ///
  /// Grid search on at most 1,000 conversations, then a fit on all, then calibration.
  static func train(
    _ plan: Plan, on training: Examples, validation: Examples, seed: UInt64,
    checkpoint: () throws -> Void
  ) throws -> (model: LinearTextModel, parameters: [DetectorParameter]) {
    try TrainingSample.requireBothClasses(plan.detector, training, validation)
    let grid = TrainingGrid(training, validation, seed: seed)
    var best = BestPoint<(hasher: FeatureHasher, cost: Double)>()
    var all: (hasher: FeatureHasher, rows: FeatureRows)?
    for order in plan.orders {
      let hasher = FeatureHasher(bits: plan.bits, words: order)
      // The last order is the richest and the likeliest to win: its rows are counted once for the
      // grid and for the fit on all.
      if order == plan.orders.last {
        all = (hasher, try FeatureRows(all: training, hasher: hasher, checkpoint: checkpoint))
      }
      let (rows, held) = try grid.rows(hasher, from: all?.rows, checkpoint: checkpoint)
      let problem = LinearProblem(
        rows, bucketCount: hasher.bucketCount, minimumDocuments: plan.minimumDocuments)
      for cost in plan.costs {
        let solver = DualCoordinateDescent(
          loss: plan.loss, c: cost, tolerance: plan.gridTolerance)
        let solution = try solver.solve(problem, seed: seed, checkpoint: checkpoint)
        let model = LinearTextModel(
          hasher: hasher, problem: problem, weights: solution.weights,
          calibration: Calibration(slope: 1, intercept: 0))
        best.offer((hasher, cost), margins: model.margins(held), isPositive: held.isPositive)
      }
    }
    guard let (hasher, cost) = best.point else { preconditionFailure("a plan without a grid") }
    let rows = all?.hasher == hasher ? all?.rows : nil
    all = nil
    return try fit(
      plan, hasher, cost: cost, rows: rows, on: training, validation: validation, seed: seed,
      checkpoint: checkpoint)
  }

  /// One fit on all, then calibration; `rows` are those of training, where they are counted.
  static func fit(
    _ plan: Plan, _ hasher: FeatureHasher, cost: Double, rows: FeatureRows? = nil,
    on training: Examples, validation: Examples, seed: UInt64, checkpoint: () throws -> Void
  ) throws -> (model: LinearTextModel, parameters: [DetectorParameter]) {
    let rows = try rows ?? FeatureRows(all: training, hasher: hasher, checkpoint: checkpoint)
    let problem = LinearProblem(
      rows, bucketCount: hasher.bucketCount, minimumDocuments: plan.minimumDocuments)
    let solver = DualCoordinateDescent(loss: plan.loss, c: cost, tolerance: plan.tolerance)
    let solution = try solver.solve(problem, seed: seed, checkpoint: checkpoint)
    let raw = LinearTextModel(
      hasher: hasher, problem: problem, weights: solution.weights,
      calibration: Calibration(slope: 1, intercept: 0))
    let margins = try TrainingSample.margins(validation, checkpoint: checkpoint) {
      raw.margin($0, conversation: $1)
    }
    let calibration = Calibration(
      margins: margins, isPositive: validation.items.map(\.isPositive))
    let parameters = [
      DetectorParameter("C", "\(cost)"),
      DetectorParameter("buckets", "\(hasher.bucketCount)"),
      DetectorParameter("epochs", "\(solution.epochs)"),
      DetectorParameter("features", "\(problem.featureCount)"),
      DetectorParameter("min-df", "\(plan.minimumDocuments)"),
      DetectorParameter("platt-intercept", "\(calibration.intercept)"),
      DetectorParameter("platt-slope", "\(calibration.slope)"),
      DetectorParameter("tolerance", "\(plan.tolerance)"),
      DetectorParameter("word-ngrams", hasher.words == 1 ? "1" : "1-2"),
    ]
    return (raw.calibrated(calibration), parameters)
  }

  /// The margins of given rows, whose repetitions count as in training.
  func margins(
    _ rows: FeatureRows, repetition: LinearProblem.Repetition = .sublinear
  ) -> [Double] {
    (0..<rows.count).map { row in
      var (dot, square) = (0.0, 0.0)
      for entry in rows.starts[row]..<rows.starts[row + 1] {
        let cell = table[Int(rows.buckets[entry])]
        let count = Int(rows.counts[entry])
        switch repetition {
        case .sublinear:
          let value = frequency.value(count)
          dot += Double(cell.weight) * value
          square += Double(cell.square) * value * value
        case .linear:
          dot += Double(cell.weight) * Double(count)
          square += Double(cell.square) * Double(count)
        }
      }
      return square > 0 ? dot / square.squareRoot() + bias : bias
    }
  }
}

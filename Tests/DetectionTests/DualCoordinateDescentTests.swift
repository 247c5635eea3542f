import Testing
import TextFeatures

@testable import Detection

@Suite struct DualCoordinateDescentTests {
  static func solve(
    _ problem: LinearProblem, _ reference: ReferenceVectors.Linear, tolerance: Double
  ) throws -> DualCoordinateDescent.Solution {
    try DualCoordinateDescent(
      loss: reference.loss == "logistic" ? .logistic : .squaredHinge, c: reference.c,
      tolerance: tolerance, maximumEpochs: 100_000
    ).solve(problem, seed: 1)
  }

  @Test func theOptimumIsThatOfScikitLearn() throws {
    let vectors = try ReferenceVectors.load()
    let problem = LinearProblem(
      vectors.rows, bucketCount: vectors.featureCount, minimumDocuments: 1)
    #expect(vectors.linear.count == 8)
    for reference in vectors.linear {
      let exact = try Self.solve(problem, reference, tolerance: 1e-12)
      #expect((exact.objective / reference.objective - 1).magnitude < 1e-6, "C \(reference.c)")
      let largest = reference.weights.map(\.magnitude).max() ?? 1
      for (feature, bucket) in problem.bucketOfFeature.enumerated() {
        let difference = exact.weights[feature] - reference.weights[Int(bucket)]
        #expect(difference.magnitude < 1e-4 * largest, "\(reference.loss) C \(reference.c)")
      }
      #expect((exact.weights[problem.featureCount] - reference.bias).magnitude < 1e-4 * largest)
    }
  }

  /// The plan of the detector, its tolerance included, on the tf-idf rows of a sparse problem.
  @Test(arguments: [LogisticRegression.plan, LinearSVM.plan])
  func aPlanReachesTheObjectiveAndPredictionsOfLiblinear(_ plan: LinearTextModel.Plan) throws {
    let vectors = try LiblinearVectors.load()
    let hasher = FeatureHasher(bits: 10, words: 1)
    let problem = LinearProblem(
      vectors.featureRows(vectors.fitted), bucketCount: hasher.bucketCount, minimumDocuments: 1)
    let all = vectors.featureRows(vectors.rows.count)
    #expect(all.count == 1000)
    let references = vectors.models.filter {
      $0.loss == (plan.loss == .logistic ? "logistic" : "squaredHinge")
    }
    #expect(references.map(\.c) == plan.costs)
    for reference in references {
      let solution = try DualCoordinateDescent(
        loss: plan.loss, c: reference.c, tolerance: plan.tolerance
      ).solve(problem, seed: 1)
      #expect(
        (solution.objective / reference.objective - 1).magnitude < 1e-4,
        "\(reference.loss) C \(reference.c)")
      let model = LinearTextModel(
        hasher: hasher, problem: problem, weights: solution.weights,
        calibration: Calibration(slope: 1, intercept: 0))
      let equal = zip(model.margins(all), reference.predictions).count { ($0 > 0) == ($1 == "1") }
      #expect(equal >= 999, "\(reference.loss) C \(reference.c): \(equal) of 1000")
    }
  }

  @Test func theGapBoundsTheDistanceFromTheOptimum() throws {
    let vectors = try ReferenceVectors.load()
    let problem = LinearProblem(
      vectors.rows, bucketCount: vectors.featureCount, minimumDocuments: 1)
    for reference in vectors.linear {
      for tolerance in [0.1, 1e-2, 1e-4] {
        let rough = try Self.solve(problem, reference, tolerance: tolerance)
        #expect(rough.gap <= tolerance)
        #expect(rough.objective <= reference.objective * (1 + tolerance + 1e-6))
        #expect(rough.objective >= reference.objective * (1 - 1e-6))
      }
    }
  }

  @Test func anEmptyRowAndNoFeatureAreNoProblem() throws {
    var rows = FeatureRows()
    rows.append([], isPositive: true)
    rows.append([], isPositive: false)
    let problem = LinearProblem(rows, bucketCount: 4, minimumDocuments: 1)
    for loss in [DualCoordinateDescent.Loss.squaredHinge, .logistic] {
      let solution = try DualCoordinateDescent(loss: loss, c: 1, tolerance: 1e-9)
        .solve(problem, seed: 1)
      #expect(solution.weights.count == 1 && solution.weights[0].magnitude < 1e-3)
    }
  }
}

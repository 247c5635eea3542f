import Testing

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

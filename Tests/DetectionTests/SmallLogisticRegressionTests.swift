import Testing

@testable import Detection

@Suite struct SmallLogisticRegressionTests {
  @Test func theOptimumIsThatOfScikitLearn() throws {
    let vectors = try ReferenceVectors.load()
    #expect(vectors.small.count == 3)
    for reference in vectors.small {
      let fit = SmallLogisticRegression(
        vectors.dense, isPositive: vectors.labels, c: reference.c)
      for (mine, theirs) in zip(fit.weights + [fit.bias], reference.weights + [reference.bias]) {
        #expect((mine - theirs).magnitude < 1e-6, "C \(reference.c)")
      }
    }
  }

  @Test func linearSystemsAreSolved() {
    let x = SmallLogisticRegression.solve([[4, 0, 0], [2, 5, 0], [1, 3, 6]], [11, 21, 25])
    for (mine, theirs) in zip(x, [1.0, 2, 3]) { #expect((mine - theirs).magnitude < 1e-12) }
  }
}

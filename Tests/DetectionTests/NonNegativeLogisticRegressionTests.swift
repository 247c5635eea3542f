import Testing

@testable import Detection

@Suite struct NonNegativeLogisticRegressionTests {
  @Test func agreesWithABoundedFitOfSciPy() throws {
    let stacks = try StackingVectors.load().stacks
    #expect(stacks.count { $0.weights.contains(0) } >= 3)
    for stack in stacks {
      let fit = NonNegativeLogisticRegression(
        stack.rows, isPositive: stack.labels, c: stack.c, centre: stack.centre)
      for (mine, theirs) in zip(fit.weights, stack.weights) {
        #expect((mine - theirs).magnitude < 1e-4, "C \(stack.c)")
        // A vote that the bounds forbid is exactly none.
        #expect((mine == 0) == (theirs == 0), "C \(stack.c)")
      }
      #expect((fit.bias - stack.bias).magnitude < 1e-4, "C \(stack.c)")
      // Ours is no worse a minimum.
      var objective = fit.weights.reduce(0) {
        $0 + ($1 - stack.centre) * ($1 - stack.centre) / 2
      }
      for (row, positive) in zip(stack.rows, stack.labels) {
        let z = zip(row, fit.weights).reduce(fit.bias) { $0 + $1.0 * $1.1 }
        objective += stack.c * Elementary.softplus(positive ? -z : z)
      }
      #expect(objective < stack.objective + 1e-8 * stack.objective)
    }
  }

  @Test func withoutBoundsAtWorkItIsTheFreeFit() throws {
    let vectors = try ReferenceVectors.load()
    // Features turned so that every free weight is positive.
    for small in vectors.small {
      let rows = vectors.dense.map { row in
        zip(row, small.weights).map { $0 * ($1 < 0 ? -1 : 1) }
      }
      let fit = NonNegativeLogisticRegression(rows, isPositive: vectors.labels, c: small.c)
      for (mine, theirs) in zip(fit.weights, small.weights) {
        #expect((mine - theirs.magnitude).magnitude < 1e-4)
      }
      #expect((fit.bias - small.bias).magnitude < 1e-4)
    }
  }

  @Test func aMissingClassAndSeparatedClassesStayFinite() {
    let alone = NonNegativeLogisticRegression(
      [[1], [2], [3]], isPositive: [true, true, true], c: 1, centre: 0.5)
    #expect(alone.weights == [0.5])
    #expect(alone.bias == Elementary.log(4))
    let apart = NonNegativeLogisticRegression(
      [[-30], [-30], [30], [30]], isPositive: [false, false, true, true], c: 1)
    #expect(apart.weights[0] > 0 && apart.weights[0].isFinite && apart.bias.isFinite)
    let useless = NonNegativeLogisticRegression(
      [[1], [1], [1]], isPositive: [true, false, false], c: 1)
    #expect(useless.weights[0] >= 0 && useless.bias.isFinite)
    let empty = NonNegativeLogisticRegression([[], []], isPositive: [true, false], c: 1)
    #expect(empty.weights.isEmpty && empty.bias == 0)
  }
}

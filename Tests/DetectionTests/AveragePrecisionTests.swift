import Testing

@testable import Detection

@Suite struct AveragePrecisionTests {
  @Test func agreesWithScikitLearn() throws {
    let vectors = try ReferenceVectors.load()
    let plain = AveragePrecision.of(vectors.margins, isPositive: vectors.labels)
    #expect((plain - vectors.averagePrecision).magnitude < 1e-12)
    let tied = AveragePrecision.of(vectors.rounded, isPositive: vectors.labels)
    #expect((tied - vectors.averagePrecisionWithTies).magnitude < 1e-12)
  }

  @Test func aConstantScoreGivesThePrevalence() {
    #expect(AveragePrecision.of([1, 1, 1, 1], isPositive: [true, false, false, false]) == 0.25)
    #expect(AveragePrecision.of([1, 2], isPositive: [false, false]) == 0)
    #expect(AveragePrecision.of([], isPositive: []) == 0)
  }
}

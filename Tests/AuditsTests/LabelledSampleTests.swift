import Testing

@testable import Audits

@Suite struct LabelledSampleTests {
  @Test func theAreaAgreesWithScikitLearn() throws {
    let ranking = try FiguresReference.load().ranking
    let area = RankedScores(ranking.scores, isPositive: ranking.labels).area(nil)
    #expect(((area ?? 0) - ranking.auroc).magnitude < 1e-12)
    let sample = LabelledSample(
      clusters: ranking.labels.indices.map { "\($0)" }, isPositive: ranking.labels)
    let estimate = sample.area(ranking.scores)
    #expect(estimate?.value == area)
    #expect((estimate?.low ?? 1) < ranking.auroc && (estimate?.high ?? 0) > ranking.auroc)
  }

  @Test func separationPointsEitherWay() {
    let classes = [true, true, true, false, false, false]
    let sample = LabelledSample(clusters: classes.indices.map { "\($0)" }, isPositive: classes)
    #expect(sample.separation([1, 2, 3, 4, 5, 6]) == Estimate(value: 1, low: 1, high: 1))
    #expect(sample.separation([6, 5, 4, 3, 2, 1])?.value == 1)
    let even = sample.separation([1, 1, 1, 1, 1, 1])
    #expect(even == Estimate(value: 0.5, low: 0.5, high: 0.5))
  }

  @Test func unitsOfAClusterAreDrawnTogether() {
    // Two clusters a class, one of them misranked as a whole: the interval is wide however many
    // units there are.
    let classes = (0..<80).map { $0 < 40 }
    let scores = (0..<80).map { Double($0 / 20 % 2) }
    let sample = LabelledSample(clusters: (0..<80).map { "\($0 / 20)" }, isPositive: classes)
    #expect(sample.area(scores) == Estimate(value: 0.5, low: 0, high: 1))
    let free = LabelledSample(clusters: (0..<80).map { "\($0)" }, isPositive: classes)
    #expect((free.area(scores)?.low ?? 0) > 0.3)
  }

  @Test func missingScoresAreLeftOut() {
    let sample = LabelledSample(clusters: ["a", "b", "c"], isPositive: [true, false, false])
    #expect(sample.area([2, nil, 1])?.value == 1)
    #expect(sample.area([nil, 1, 1]) == nil)
    #expect(sample.area([nil, nil, nil]) == nil)
  }
}

import Testing

@testable import Evaluation

struct KaplanMeierTests {
  /// Remission of leukaemia under 6-MP (Freireich 1963), the textbook example: events at 6 (three),
  /// 7, 10, 13, 16, 22, 23; the rest left unseen.
  private let remission = KaplanMeier(
    [
      (6, true), (6, true), (6, true), (6, false), (7, true), (9, false), (10, true), (10, false),
      (11, false), (13, true), (16, true), (17, false), (19, false), (20, false), (22, true),
      (23, true), (25, false), (32, false), (32, false), (34, false), (35, false),
    ].enumerated().map { .init(index: $0, time: $1.0, isEvent: $1.1) })

  @Test func theTextbookCurve() {
    let steps = remission.steps([Int](repeating: 1, count: 21))
    #expect(steps.map(\.time) == [6, 7, 10, 13, 16, 22, 23])
    let published = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    for (step, expected) in zip(steps, published) {
      #expect(isClose(step.survival, expected, tolerance: 6e-4))
    }
    #expect(remission.median([Int](repeating: 1, count: 21)) == 23)
  }

  @Test func exactlyOneHalfIsReachedInSpiteOfRounding() {
    for count in stride(from: 2, through: 60, by: 2) {
      let curve = KaplanMeier((0..<count).map { .init(index: $0, time: $0, isEvent: true) })
      #expect(curve.median([Int](repeating: 1, count: count)) == count / 2 - 1)
    }
  }

  @Test func nobodyOrNoWeightHasNoMedian() {
    #expect(KaplanMeier([]).median([]) == nil)
    #expect(remission.median([Int](repeating: 0, count: 21)) == nil)
  }
}

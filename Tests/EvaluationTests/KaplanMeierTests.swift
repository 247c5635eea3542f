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

  @Test func sharesAreReadOffTheTextbookCurve() {
    let ones = [Int](repeating: 1, count: 21)
    // Left: 0.857 at 6, 0.807 at 7, 0.753 at 10, 0.690 at 13, …, 0.448 at 23.
    #expect(remission.time(reaching: 0.1, ones) == 6)
    #expect(remission.time(reaching: 0.2, ones) == 10)
    #expect(remission.time(reaching: 0.25, ones) == 13, "0.753 is still above")
    #expect(remission.time(reaching: 0.55, ones) == 23)
    #expect(remission.time(reaching: 0.56, ones) == nil)
    #expect(remission.time(reaching: 1, ones) == nil)
  }

  @Test func everyShareIsReachedExactly() {
    for count in 1...40 {
      let curve = KaplanMeier((0..<count).map { .init(index: $0, time: $0, isEvent: true) })
      let ones = [Int](repeating: 1, count: count)
      for events in 1...count {
        let share = Double(events) / Double(count)
        #expect(curve.time(reaching: share, ones) == events - 1, "\(events) of \(count)")
      }
    }
  }

  @Test func alertsComeBeforeMissesOfTheSameTime() {
    let curve = KaplanMeier([
      .init(index: 0, time: 5, isEvent: false), .init(index: 1, time: 5, isEvent: true),
    ])
    #expect(curve.time(reaching: 0.5, [1, 1]) == 5)
    #expect(curve.time(reaching: 0.51, [1, 1]) == nil)
  }

  @Test func aSubjectThatStandsTwiceCountsTwice() {
    let curve = KaplanMeier([
      .init(index: 0, time: 3, isEvent: true), .init(index: 1, time: 9, isEvent: true),
    ])
    #expect(curve.time(reaching: 0.6, [1, 1]) == 9)
    #expect(curve.time(reaching: 0.6, [2, 1]) == 3)
    #expect(curve.time(reaching: 0.6, [0, 1]) == 9)
  }

  @Test func aLargerShareComesNoEarlier() {
    let ones = [Int](repeating: 1, count: 21)
    let times = stride(from: 0.05, through: 1, by: 0.05).map {
      remission.time(reaching: $0, ones) ?? .max
    }
    #expect(times == times.sorted())
    #expect(remission.median(ones) == remission.time(reaching: 0.5, ones))
  }
}

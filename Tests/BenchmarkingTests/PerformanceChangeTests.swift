import Benchmarking
import Testing

struct PerformanceChangeTests {
  /// The changes of one series of commits 0, 1, 2, …
  private func changes(
    _ levels: [(Double, Int)], kind: PerformancePoint.Kind = .counted,
    better: PerformancePoint.Direction = .lower, states: [PerformanceState] = [], every: Int = 1
  ) -> [PerformanceChange] {
    let values = levels.flatMap { [Double](repeating: $0, count: $1) }
    let points = values.enumerated().map {
      PerformancePoint.sample($0.offset * every, $0.element, kind: kind, better: better)
    }
    let line = CommitLine((0...values.count * every).map(PerformancePoint.hash))
    return PerformanceSeries.all(of: points, along: line).flatMap {
      PerformanceChange.all(in: $0, states: states, along: line)
    }
  }

  private func decision(
    _ base: Int, _ state: PerformanceState.Decision = .accepted, environment: String? = nil,
    name: String = "model-bytes linear-svm"
  ) -> PerformanceState {
    PerformanceState(
      name: name, environment: environment, base: PerformancePoint.hash(base), state: state,
      why: "so be it", date: "2026-11-25T14:00:00Z")
  }

  @Test func aStepNamesTheCommitsAndLevelsOnBothSides() throws {
    let change = try #require(changes([(10, 4), (12, 4)]).first)
    #expect(change.index == 4)
    #expect(change.lastOld == PerformancePoint.hash(3))
    #expect(change.firstNew == PerformancePoint.hash(4))
    #expect(change.before == 10 && change.after == 12)
    #expect(change.relative == 0.2)
    #expect(change.isWorse && change.state == .open && change.why == nil && change.p == nil)
  }

  @Test func whichDirectionIsWorseIsPartOfTheCase() {
    #expect(changes([(10, 4), (12, 4)], better: .higher).map(\.isWorse) == [false])
    #expect(changes([(12, 4), (10, 4)], better: .higher).map(\.isWorse) == [true])
    #expect(changes([(12, 4), (10, 4)]).map(\.isWorse) == [false])
    #expect(changes([(0, 4), (10, 4)]).map(\.relative) == [nil])
    #expect(changes([(-10, 4), (-12, 4)]).map(\.relative) == [-0.2])
  }

  @Test func aStepStaysListedAfterTheLevelCameBack() {
    let up = changes([(1, 10), (2, 10), (1, 5)])
    #expect(up.map(\.index) == [10, 20])
    #expect(up.map(\.isWorse) == [true, false])
    #expect(up.map(\.state) == [.fixed, .open])
    // Nearly back is back, and farther than back too; half the way is not.
    #expect(changes([(10, 5), (20, 5), (12, 5)]).map(\.state) == [.fixed, .open])
    #expect(changes([(10, 5), (20, 5), (4, 5)]).map(\.state) == [.fixed, .open])
    #expect(changes([(10, 5), (20, 5), (15, 5)]).map(\.state) == [.open, .open])
    #expect(changes([(10, 5), (20, 5), (15, 5), (9, 5)]).map(\.state) == [.fixed, .open, .open])
  }

  @Test func aScoreIsBackOnlyAsItWas() {
    let levels = [(0.9, 2), (0.8, 1), (0.899, 3)]
    #expect(
      changes(levels, kind: .quality, better: .higher).map(\.state) == [.open, .open])
    #expect(changes(levels, kind: .quality, better: .higher).map(\.index) == [2, 3])
    #expect(
      changes([(0.9, 2), (0.8, 1), (0.9, 3)], kind: .quality, better: .higher).map(\.state)
        == [.fixed, .open])
  }

  @Test func theLeastChangeOfAScoreIsNamed() {
    let found = changes([(0.875, 1), (0.875.nextDown, 1)], kind: .quality, better: .higher)
    #expect(found.map(\.index) == [1])
    #expect(found.first?.isWorse == true)
  }

  @Test func aDecisionCountsForTheStepAfterItsBase() {
    let levels = [(10.0, 4), (12, 4), (14, 4)]
    #expect(changes(levels, states: [decision(3)]).map(\.state) == [.accepted, .open])
    #expect(changes(levels, states: [decision(7, .noise)]).map(\.state) == [.open, .noise])
    #expect(changes(levels, states: [decision(2)]).map(\.state) == [.open, .open])
    #expect(changes(levels, states: [decision(99)]).map(\.state) == [.open, .open])
    #expect(changes(levels, states: [decision(3)]).first?.why == "so be it")
    #expect(
      changes(levels, states: [decision(3), decision(3, .fixed)]).map(\.state) == [.fixed, .open])
  }

  @Test func aDecisionCountsForItsCaseAndEnvironment() {
    let levels = [(10.0, 4), (12, 4)]
    let here = "c1a0b2d4e5f60718"
    #expect(changes(levels, states: [decision(3, environment: here)]).map(\.state) == [.accepted])
    #expect(changes(levels, states: [decision(3, environment: "x")]).map(\.state) == [.open])
    #expect(changes(levels, states: [decision(3, name: "x")]).map(\.state) == [.open])
  }

  @Test func aBaseBetweenTwoMeasuredCommitsIsTheirStep() {
    // Every third commit is measured: 9 is the last old one, 12 the first new one.
    let levels = [(10.0, 4), (12, 4)]
    for (base, state) in [
      (9, PerformanceChange.State.accepted), (10, .accepted), (11, .accepted), (12, .open),
      (8, .open),
    ] {
      #expect(
        changes(levels, states: [decision(base)], every: 3).map(\.state) == [state], "\(base)")
    }
  }

  @Test func inNoiseADecisionFollowsItsStep() {
    // One point of the new level is still low, so the step may be found one place later.
    let noise = [0.0, 0.3, -0.2, 0.1, -0.3, 0.2, -0.1, 0.25, -0.25, 0.15]
    let values = noise.map { 10 + $0 } + [10.4] + noise.map { 20 + $0 }
    let points = values.enumerated().map { PerformancePoint.sample($0.offset, $0.element) }
    let line = CommitLine(values.indices.map(PerformancePoint.hash))
    let series = PerformanceSeries.all(of: points, along: line)
    for (base, state) in [(9, PerformanceChange.State.noise), (12, .noise), (3, .open)] {
      let found = series.flatMap {
        PerformanceChange.all(in: $0, states: [decision(base, .noise)], along: line)
      }
      #expect(found.map(\.index) == [11])
      #expect(found.map(\.state) == [state], "\(base)")
      #expect(found.first?.p == 0.001)
    }
  }
}

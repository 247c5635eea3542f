import Benchmarking
import Testing

struct FigureChangeTests {
  private func point(
    _ value: Double, kind: PerformancePoint.Kind = .counted,
    better: PerformancePoint.Direction = .lower, version: Int = 1
  ) -> PerformancePoint {
    PerformancePoint(
      commit: "", date: "", environment: "e", name: "x", kind: kind, unit: "bytes",
      better: better, version: version, value: value)
  }

  @Test(arguments: [
    (100.0, 100.0, FigureChange.Verdict.same), (100, 101, .same), (100, 102, .worse),
    (100, 99, .same), (100, 98, .better), (0, 0, .same), (0, 1, .worse), (1, 0, .better),
  ])
  func aCountMayWorsenByItsGate(base: Double, head: Double, verdict: FigureChange.Verdict) {
    let change = FigureChange(base: point(base), head: point(head), gate: 0.01)
    #expect(change.verdict == verdict)
    #expect((change.change == 0) == (base == head))
  }

  @Test func moreIsBetterWhereTheCaseSaysSo() {
    func verdict(_ base: Double, _ head: Double) -> FigureChange.Verdict {
      FigureChange(
        base: point(base, better: .higher), head: point(head, better: .higher), gate: 0.01
      ).verdict
    }
    #expect(verdict(100, 90) == .worse)
    #expect(verdict(100, 110) == .better)
  }

  @Test func aScoreMayWorsenByNoBit() {
    func verdict(_ base: Double, _ head: Double) -> FigureChange.Verdict {
      FigureChange(
        base: point(base, kind: .quality, better: .higher),
        head: point(head, kind: .quality, better: .higher), gate: 0
      ).verdict
    }
    #expect(verdict(0.3, 0.3) == .same)
    #expect(verdict(0.3, (0.3).nextDown) == .worse)
    #expect(verdict(0.3, (0.3).nextUp) == .better)
  }

  @Test func whatWasAcceptedIsShownAndDoesNotFail() {
    let worse = FigureChange(base: point(1), head: point(2), gate: 0.01, isAccepted: true)
    #expect(worse.verdict == .accepted)
    #expect(worse.change == 1)
    let better = FigureChange(base: point(2), head: point(1), gate: 0.01, isAccepted: true)
    #expect(better.verdict == .better)
  }

  @Test func anotherVersionOrNoFigureIsNoComparison() {
    #expect(
      FigureChange(base: point(1), head: point(9, version: 2), gate: 0).verdict == .incomparable)
    #expect(FigureChange(base: nil, head: point(9), gate: 0).verdict == .incomparable)
    let gone = FigureChange(base: point(9), head: nil, gate: 0)
    #expect(gone.verdict == .incomparable)
    #expect(gone.change == nil && gone.base == 9 && gone.head == nil)
  }

  @Test func aTimeWithoutEstimateIsNoComparison() {
    let change = FigureChange(
      timed: "cpu x", base: 1, head: 2, estimate: nil, adjustedP: nil, alpha: 0.01)
    #expect(change.verdict == .incomparable)
  }
}

import Benchmarking
import Testing

@Suite struct PerformanceTargetTests {
  @Test func largeRatiosMeetBoundsFromBelow() {
    let target = PerformanceTarget.atLeast(25, stretch: 40)
    #expect([24.9, 25, 39, 40].map(target.meetsGate) == [false, true, true, true])
    #expect([24.9, 25, 39, 40].map(target.meetsStretch) == [false, false, false, true])
    #expect(target.gateText == "≥ 25" && target.stretchText == "≥ 40")
  }

  @Test func smallRatiosMeetBoundsFromAbove() {
    let target = PerformanceTarget.atMost(0.25, stretch: 0.15)
    #expect([0.3, 0.25, 0.15, 0].map(target.meetsGate) == [false, true, true, true])
    #expect([0.3, 0.25, 0.15, 0].map(target.meetsStretch) == [false, false, true, true])
    #expect(target.gateText == "≤ 0.25" && target.stretchText == "≤ 0.15")
  }

  @Test func whatIsNoNumberMeetsNothing() {
    for target in [PerformanceTarget.atLeast(1, stretch: 2), .atMost(2, stretch: 1)] {
      #expect(!target.meetsGate(.nan) && !target.meetsStretch(.nan))
    }
  }
}

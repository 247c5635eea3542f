import Testing

@testable import Audits

@Suite struct AuditBoundTests {
  @Test func endsBelongToABound() {
    #expect(AuditBound.atMost(0).isKept(0))
    #expect(!AuditBound.atMost(0).isKept(1))
    #expect(AuditBound.atLeast(1).isKept(1))
    #expect(!AuditBound.atLeast(1).isKept(0.99))
    #expect(AuditBound.within(-1.2, -1.05).isKept(-1.05))
    #expect(!AuditBound.within(-1.2, -1.05).isKept(-1))
    #expect(!AuditBound.within(0.7, 0.78).isKept(0.69))
  }

  @Test func onlyAnIntervalWhollyOutsideBreaksABoundOnIntervals() {
    let bound = AuditBound.intervalMeets(0.8, 1.2)
    #expect(bound.isKept(1.5, low: 1.1, high: 2))
    #expect(!bound.isKept(1.5, low: 1.3, high: 2))
    #expect(!bound.isKept(0.4, low: 0.2, high: 0.7))
    #expect(!bound.isKept(1.5))
  }

  @Test func chanceExcusesAHighFigure() {
    #expect(AuditBound.belowOrPermuted(0.002, permuted: 0.004).isKept(0.003))
    #expect(!AuditBound.belowOrPermuted(0.002, permuted: 0.001).isKept(0.003))
    #expect(AuditBound.belowOrPermuted(0.002, permuted: 0.001).isKept(0.0015))
  }

  @Test func textsNameTheBound() {
    #expect(AuditBound.atMost(0.6).text == "≤ 0.6")
    #expect(AuditBound.atMost(0).text == "≤ 0")
    #expect(AuditBound.atLeast(0.95).text == "≥ 0.95")
    #expect(AuditBound.within(-1.2, -1.05).text == "-1.2 to -1.05")
    #expect(AuditBound.intervalMeets(0.8, 1.2).text == "interval meets 0.8 to 1.2")
    #expect(
      AuditBound.belowOrPermuted(0.002, permuted: 0.00312345).text
        == "< 0.002, or ≤ 0.0031 (99 % of permutations)")
  }
}

import Testing

@testable import Audits

@Suite struct AuditFindingTests {
  @Test func theVerdictFollowsFromFigureAndBound() {
    #expect(AuditFinding(.order, "x", 0.7, bound: .atMost(0.6)).verdict == .broken)
    #expect(AuditFinding(.order, "x", 0.6, bound: .atMost(0.6)).verdict == .holds)
    #expect(AuditFinding(.order, "x", 0.6).verdict == .noted)
    #expect(AuditFinding(.order, "x", nil as Double?, bound: .atMost(0.6)).verdict == .unknown)
  }

  @Test func whatIsNoNumberIsUnknown() {
    #expect(AuditFinding(.order, "x", Double.nan).value == nil)
    #expect(AuditFinding(.order, "x", Double.infinity, bound: .atMost(1)).verdict == .unknown)
  }
}

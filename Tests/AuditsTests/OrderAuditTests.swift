import Chat
import Testing

@testable import Audits

@Suite struct OrderAuditTests {
  @Test func everyControlStandsBesideItsShuffledSelf() {
    let areas = Controls.Areas(
      split: .test, shortcut: Estimate(value: 0.5), text: Estimate(value: 0.7, low: 0.6, high: 0.8),
      shuffledText: Estimate(value: 0.69), oracle: Estimate(value: 0.99),
      shuffledOracle: Estimate(value: 0.9))
    let findings = OrderAudit(Controls(areas: [areas])).findings
    #expect(
      findings.map(\.name) == [
        "text model: test", "text model, shuffled: test", "oracle: test", "oracle, shuffled: test",
      ])
    #expect(findings.map(\.value) == [0.7, 0.69, 0.99, 0.9])
    #expect(findings[0].low == 0.6 && findings[0].high == 0.8)
    #expect(findings.allSatisfy { $0.group == .order && $0.verdict == .noted })
  }

  @Test func withoutActsTheOracleIsUnknown() {
    let areas = Controls.Areas(split: .testIID, text: Estimate(value: 0.7))
    let findings = OrderAudit(Controls(areas: [areas])).findings
    #expect(findings.map(\.verdict) == [.noted, .unknown, .unknown, .unknown])
  }
}

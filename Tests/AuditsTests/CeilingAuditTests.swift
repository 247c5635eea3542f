import Chat
import Testing

@testable import Audits

@Suite struct CeilingAuditTests {
  private func findings(
    _ split: Split, shortcut: Double?, text: Double?, oracle: Double?
  ) -> [AuditFinding] {
    func estimate(_ value: Double?) -> Estimate? { value.map { Estimate(value: $0) } }
    let areas = Controls.Areas(
      split: split, shortcut: estimate(shortcut), text: estimate(text), oracle: estimate(oracle))
    return CeilingAudit(Controls(areas: [areas])).findings
  }

  @Test func aDetectorHasRoomBetweenFloorAndCeiling() {
    #expect(findings(.test, shortcut: 0.6, text: 0.7, oracle: 0.95).broken.isEmpty)
    #expect(findings(.test, shortcut: 0.6, text: 0.985, oracle: 1).broken.isEmpty)
  }

  @Test func everyBoundIsJudgedByItself() {
    #expect(findings(.test, shortcut: 0.61, text: 0.8, oracle: 0.99).broken == ["shortcut: test"])
    #expect(findings(.test, shortcut: 0.5, text: 0.69, oracle: 0.99).broken == ["text model: test"])
    #expect(findings(.test, shortcut: 0.5, text: 0.99, oracle: 0.99).broken == ["text model: test"])
    #expect(findings(.test, shortcut: 0.5, text: 0.8, oracle: 0.94).broken == ["oracle: test"])
  }

  @Test func otherTracksAreNoted() {
    let findings = findings(.testIID, shortcut: 0.9, text: 1, oracle: 0.5)
    #expect(findings.allSatisfy { $0.verdict == .noted })
    #expect(findings.map(\.value) == [0.9, 1, 0.5])
  }

  @Test func whatIsMissingIsUnknown() {
    let findings = findings(.test, shortcut: nil, text: 0.8, oracle: nil)
    #expect(findings.map(\.verdict) == [.unknown, .holds, .unknown])
    #expect(CeilingAudit(Controls(areas: [])).findings.isEmpty)
  }
}

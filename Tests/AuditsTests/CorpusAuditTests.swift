import Chat
import Testing

@testable import Audits

@Suite struct CorpusAuditTests {
  @Test func findingsStandInTheOrderOfTheirGroupsUnderNamesOfTheirOwn() throws {
    let audit = try CorpusAudit(PlantedCorpus(60, vocabulary: 300).corpus())
    let groups = audit.findings.map(\.group)
    #expect(
      groups.map { AuditGroup.allCases.firstIndex(of: $0) ?? 0 }
        == groups.map { AuditGroup.allCases.firstIndex(of: $0) ?? 0 }.sorted())
    #expect(Set(groups) == Set(AuditGroup.allCases).subtracting([.realism]))
    #expect(Set(audit.findings.map { "\($0.group) \($0.name)" }).count == audit.findings.count)
    #expect(Set(audit.broken.map(\.verdict)).isSubset(of: [.broken]))
  }

  @Test func anEmptyCorpusIsUnknownNotBroken() throws {
    let audit = try CorpusAudit(AuditedCorpus("empty", []), against: [AuditedCorpus("none", [])])
    #expect(audit.broken == [])
    #expect(audit.findings.allSatisfy { $0.verdict == .unknown })
  }

  @Test func aCheckpointEndsIt() {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try CorpusAudit(AuditedCorpus("empty", []), checkpoint: { throw Stop() })
    }
  }
}

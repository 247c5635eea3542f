import Audits
import Chat
import Store
import Testing

@testable import Experiments

@Suite struct CorpusAuditingTests {
  @Test func whatIsFoundIsStored() throws {
    try Fixtures.withTinyCorpus { workbench in
      let audit = try CorpusAuditing.audit("tiny", in: workbench)
      var stored = try workbench.audits(corpus: "tiny")
      for index in stored.indices { stored[index].computedUTC = "" }
      #expect(stored == audit.findings.map { AuditRecord($0) })
      // "lantern" stands in every grooming conversation, and in no other.
      let word = stored.first { $0.name == "best single word" }
      #expect(word?.value == 1)
      #expect(word?.bound == "≤ 0.7")
      #expect(word?.verdict == "broken")
    }
  }

  @Test func anAuditThatEndsEarlyKeepsTheOneBefore() throws {
    try Fixtures.withTinyCorpus { workbench in
      let kept = [AuditRecord(group: "order", name: "x", value: 1, verdict: "noted")]
      try workbench.save(audits: kept, corpus: "tiny")
      struct Stop: Error {}
      #expect(throws: Stop.self) {
        try CorpusAuditing.audit("tiny", in: workbench, checkpoint: { throw Stop() })
      }
      #expect(throws: StoreError.self) {
        try CorpusAuditing.audit("tiny", against: ["none"], in: workbench)
      }
      #expect(try workbench.audits(corpus: "tiny").map(\.name) == ["x"])
    }
  }
}

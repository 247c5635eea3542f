import Chat
import SQLite
import Testing

@testable import Store

struct WorkbenchAuditsTests {
  private let workbench: Workbench

  init() throws {
    workbench = try Workbench(path: ":memory:")
    try workbench.store(Chunk())
    try workbench.store(Chunk(), name: "other")
  }

  private let findings = [
    AuditRecord(
      group: "shortcuts", name: "length", value: 0.7, low: 0.6, high: 0.8, bound: "≤ 0.6",
      verdict: "broken", detail: "by hand"),
    AuditRecord(group: "balance", name: "conversations", value: 5, verdict: "noted"),
    AuditRecord(group: "shortcuts", name: "hour", value: nil, bound: "≤ 0.6", verdict: "unknown"),
  ]

  @Test func findingsComeBackInTheirOrder() throws {
    #expect(try workbench.audits(corpus: "small").isEmpty)
    try workbench.save(audits: findings, corpus: "small")
    var stored = try workbench.audits(corpus: "small")
    #expect(stored.allSatisfy { $0.computedUTC.count == 20 && $0.computedUTC.hasSuffix("Z") })
    for index in stored.indices { stored[index].computedUTC = "" }
    #expect(stored == findings)
    #expect(try workbench.audits(corpus: "other").isEmpty)
  }

  @Test func aLaterAuditReplacesAnEarlierOneWholeOrNotAtAll() throws {
    try workbench.save(audits: findings, corpus: "small")
    let twice = [findings[1], findings[1]]
    #expect(throws: (any Error).self) { try workbench.save(audits: twice, corpus: "small") }
    let wrong = [AuditRecord(group: "order", name: "x", value: 1, verdict: "fine")]
    #expect(throws: (any Error).self) { try workbench.save(audits: wrong, corpus: "small") }
    #expect(try workbench.audits(corpus: "small").count == 3)
    try workbench.save(audits: [findings[1]], corpus: "small")
    #expect(try workbench.audits(corpus: "small").map(\.name) == ["conversations"])
  }

  @Test func anUnknownCorpusIsSaid() throws {
    let unknown = StoreError.unknownCorpus("smal", suggestion: "small", path: ":memory:")
    #expect(throws: unknown) { try workbench.audits(corpus: "smal") }
    #expect(throws: unknown) { try workbench.save(audits: [], corpus: "smal") }
  }

  @Test func theyGoWithTheirCorpus() throws {
    try workbench.save(audits: findings, corpus: "small")
    try workbench.removeCorpus(named: "small")
    let left = try workbench.connection.first("SELECT count(*) FROM audit") { $0.integer(0) }
    #expect(left == 0)
  }
}

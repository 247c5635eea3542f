import Chat
import Statistics
import Testing

@testable import Audits

@Suite struct BalanceAuditTests {
  private func findings(_ planted: PlantedCorpus) -> [AuditFinding] {
    BalanceAudit(planted.corpus()).findings
  }

  @Test func aCleanCorpusBreaksNothing() {
    let findings = findings(PlantedCorpus())
    #expect(findings.broken == [])
    #expect(findings["train / grooming"]?.value == 84)
    #expect(findings["test / benign"]?.value == 56)
    #expect(findings["kind ordinary"]?.value == 140)
    #expect(findings["hard negatives per grooming conversation"]?.value == 1)
    // Signs that no conversation carries have no ratio.
    #expect(findings["threat per message"]?.verdict == .unknown)
  }

  @Test func aSignThatHardNegativesCarryMoreOften() {
    var planted = PlantedCorpus()
    planted.changeMessages(where: { !$0.isPositive }) { message, random in
      if random.below(3) == 0 { message.signs.insert(.threat) }
    }
    planted.changeMessages(where: \.isPositive) { message, random in
      if random.below(12) == 0 { message.signs.insert(.threat) }
    }
    let findings = findings(planted)
    #expect(findings.broken == ["threat per message", "threat per conversation"])
    #expect((findings["threat per message"]?.value ?? 0) > 3)
  }

  @Test func anIntervalThatReachesTheBoundDoesNotBreakIt() {
    var planted = PlantedCorpus()
    var number = 0
    // Four hard negatives and two grooming conversations: a ratio of two, from a handful.
    planted.change(where: { $0.kind != .ordinary }) { draft, _ in
      number += 1
      if number <= 8, draft.isHard || number <= 4 { draft.messages[0].signs.insert(.threat) }
    }
    let finding = findings(planted)["threat per conversation"]
    #expect((finding?.value ?? 0) > 1.2)
    #expect(finding?.verdict == .holds)
  }

  @Test func tooFewHardNegatives() {
    var planted = PlantedCorpus()
    var number = 0
    planted.change(where: \.isHard) { draft, _ in
      number += 1
      if number % 2 == 0 { draft.kind = .ordinary }
    }
    #expect(findings(planted).broken == ["hard negatives per grooming conversation"])
  }

  @Test func manyNamesAreSummedUp() {
    var chunk = Chunk()
    for number in 0..<100 {
      var conversation = Conversation(id: "c\(number)")
      conversation.scenario = "s\(number)"
      chunk.close(conversation)
    }
    let findings = BalanceAudit(AuditedCorpus("many", [chunk])).findings
    #expect(findings["different names of scenario"]?.value == 100)
    #expect(findings["no split / no label"]?.value == 100)
    #expect(findings["signs per message"]?.verdict == .unknown)
  }
}

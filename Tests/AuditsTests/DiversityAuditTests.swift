import Chat
import Statistics
import Testing

@testable import Audits

@Suite struct DiversityAuditTests {
  private func findings(_ planted: PlantedCorpus) -> [AuditFinding] {
    DiversityAudit(planted.corpus()).findings
  }

  @Test func repeatedMessagesAreFoundAndNoOtherFault() {
    var planted = PlantedCorpus()
    let before = findings(planted)
    let usual = planted.drafts[5].messages[0].words + ["and", "so", "on"]
    planted.change(where: { !$0.isPositive }) { draft, _ in draft.messages[3].words = usual }
    let after = findings(planted)
    #expect(after.broken.subtracting(before.broken) == ["repeated messages of 6 words or more"])
    let long = planted.drafts.flatMap(\.messages).filter { $0.words.count >= 6 }.count
    // 280 negatives say it; marks and the first letter of the message are as they were.
    let value = after["repeated messages of 6 words or more"]?.value ?? 0
    #expect(value > 0.9 * 280 / Double(long) && value <= 280 / Double(long))
  }

  @Test func aPoorLanguageIsFoundInItsClass() {
    var planted = PlantedCorpus()
    planted.changeMessages(where: \.isPositive) { message, random in
      message.words = message.words.map { _ in PlantedCorpus.word(random.below(30)) }
    }
    let findings = findings(planted)
    for name in ["distinct pairs", "types per token", "MTLD"] {
      #expect(findings["\(name): grooming"]?.verdict == .broken, "\(name)")
      let (poor, rich) = (findings["\(name): grooming"]?.value, findings["\(name): benign"]?.value)
      #expect((poor ?? 1) < (rich ?? 0), "\(name)")
    }
  }

  @Test func fewerWordsThanASampleAreUnknown() {
    let findings = findings(PlantedCorpus(30))
    #expect(findings["MTLD: grooming"]?.verdict == .unknown)
    #expect(findings["repeated messages of 6 words or more"]?.verdict == .holds)
    #expect(DiversityAudit(AuditedCorpus("empty", [])).findings.allSatisfy { $0.value == nil })
  }

  @Test func aCorpusWithoutLabelsIsOneClass() {
    var planted = PlantedCorpus(200)
    planted.change(where: { _ in true }) { draft, _ in draft.label = nil }
    #expect(findings(planted)["MTLD: all"]?.value != nil)
  }
}

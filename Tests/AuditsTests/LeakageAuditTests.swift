import Chat
import Statistics
import Testing

@testable import Audits

/// Each fault is found, and no other.
@Suite struct LeakageAuditTests {
  /// Short conversations: what is looked for does not lie in their length.
  private func short(_ count: Int = 420) -> PlantedCorpus {
    var planted = PlantedCorpus(count)
    planted.change(where: { _ in true }) { draft, _ in
      draft.messages = Array(draft.messages.prefix(4))
    }
    return planted
  }

  private func broken(_ planted: PlantedCorpus) -> Set<String> {
    LeakageAudit(planted.corpus()).findings.broken
  }

  @Test func aCleanCorpusBreaksNothing() {
    let findings = LeakageAudit(short().corpus()).findings
    #expect(findings.broken == [])
    #expect(findings.allSatisfy { $0.verdict == .holds })
    #expect(findings.count == 5)
  }

  @Test func copiedConversations() {
    var planted = short()
    let test = planted.drafts.firstIndex { $0.split == .test }!
    // Short messages, so that the copy is no near-duplicate of long ones.
    for index in planted.drafts[0].messages.indices {
      planted.drafts[0].messages[index].words = [planted.word(), planted.word()]
    }
    planted.drafts[test].messages = planted.drafts[0].messages
    let findings = LeakageAudit(planted.corpus()).findings
    #expect(findings.broken == ["conversations copied across splits"])
    #expect(findings["conversations copied across splits"]?.value == 2)
  }

  @Test func sharedIdsAndGroups() {
    var planted = short()
    let test = planted.drafts.firstIndex { $0.split == .test }!
    planted.drafts[test].id = planted.drafts[0].id
    #expect(broken(planted) == ["ids in several splits"])
    planted.drafts[test].id = "other"
    planted.drafts[test].group = planted.drafts[0].group
    #expect(broken(planted) == ["groups in several splits"])
  }

  @Test func nearDuplicatesOfTraining() {
    var planted = short()
    let known = planted.drafts.filter { $0.split == .train }.flatMap(\.messages)
      .filter { $0.words.count >= 8 }
    var number = 0
    planted.change(where: { $0.split == .test }) { draft, _ in
      // One of four messages: one word of eight or more is another.
      draft.messages[3].words = known[number].words
      draft.messages[3].words[4] = PlantedCorpus.word(2999)
      number += 1
    }
    #expect(broken(planted) == ["near-duplicates of training: test"])
  }

  @Test func labelsOfTheNearest() {
    var planted = short()
    // Themes of rare words that go with a label: who shares a theme shares the label.
    planted.changeMessages(where: \.isPositive) { message, random in
      message.words[0] = PlantedCorpus.word(5000 + random.below(30))
    }
    planted.changeMessages(where: { !$0.isPositive }) { message, random in
      message.words[0] = PlantedCorpus.word(6000 + random.below(30))
    }
    #expect(broken(planted) == ["label of the nearest: test"])
  }

  @Test func whatIsNotSaidIsUnknown() {
    var planted = short(30)
    planted.change(where: { _ in true }) { draft, _ in (draft.split, draft.label) = (nil, nil) }
    #expect(LeakageAudit(planted.corpus()).findings.allSatisfy { $0.verdict == .unknown })
    #expect(LeakageAudit(AuditedCorpus("empty", [])).findings.allSatisfy { $0.value == nil })
  }
}

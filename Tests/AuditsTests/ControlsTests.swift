import Chat
import Statistics
import Testing

@testable import Audits

/// The controls, and the audits that print them.
@Suite struct ControlsTests {
  /// Grooming conversations have a sign far from the cue that the others have beside it; words tell
  /// nothing.
  private func planted() -> PlantedCorpus {
    var planted = PlantedCorpus(210, vocabulary: 300)
    planted.change(where: { _ in true }) { draft, _ in
      for index in draft.messages.indices {
        (draft.messages[index].signs, draft.messages[index].cues) = ([], [])
        draft.messages[index].author = index % 2
      }
      draft.messages[8].signs = [.secrecyRequest]
      draft.messages[draft.isPositive ? 0 : 9].cues = [.adultInLoop]
      draft.messages[draft.isPositive ? 0 : 9].author = 0
    }
    return planted
  }

  private func controls(_ planted: PlantedCorpus) throws -> Controls {
    try Controls(planted.corpus(), checkpoint: {})
  }

  @Test func onlyTheOracleReadsTheOrderOfActs() throws {
    let controls = try controls(planted())
    let areas = try #require(controls.areas.first)
    #expect(areas.split == .test)
    #expect((areas.oracle?.value ?? 0) > 0.95)
    #expect((areas.shuffledOracle?.value ?? 1) < 0.9)
    // Fewer features than the table of counts holds: the order of messages changes no score.
    #expect((areas.text?.value ?? 0) - (areas.shuffledText?.value ?? 1) == 0)
    let order = OrderAudit(controls).findings
    #expect(order.allSatisfy { $0.verdict == .noted })
    #expect(order["oracle, shuffled: test"]?.value == areas.shuffledOracle?.value)
    // The words say nothing: that, and no more, is wrong with the ceiling.
    #expect(CeilingAudit(controls).findings.broken == ["text model: test"])
  }

  @Test func aWordThatGivesTheAnswerAway() throws {
    var planted = planted()
    planted.changeMessages(where: \.isPositive) { message, _ in message.words[0] = "lantern" }
    let controls = try controls(planted)
    #expect((controls.areas[0].text?.value ?? 0) > 0.985)
    #expect(CeilingAudit(controls).findings.broken == ["text model: test"])
    #expect((controls.firstMessages?.value ?? 0) > 0.95)
  }

  @Test func aShapeThatGivesTheAnswerAway() throws {
    var planted = planted()
    planted.change(where: \.isPositive) { draft, _ in
      draft.messages += Array(repeating: draft.messages[7], count: 8)
    }
    let broken = CeilingAudit(try controls(planted)).findings.broken
    #expect(broken.contains("shortcut: test"))
    #expect(!broken.contains("oracle: test"))
  }

  @Test func truthThatContradictsItself() throws {
    var planted = planted()
    planted.change(where: { _ in true }) { draft, random in
      if random.below(2) == 0 { draft.label = draft.isPositive ? .benign : .grooming }
    }
    #expect(CeilingAudit(try controls(planted)).findings.broken.contains("oracle: test"))
  }

  @Test func withoutClassesOrActsTheyAreUnknown() throws {
    var planted = PlantedCorpus(30)
    planted.change(where: { _ in true }) { draft, _ in draft.label = .benign }
    let controls = try controls(planted)
    #expect(CeilingAudit(controls).findings.count == 3)
    #expect(CeilingAudit(controls).findings.allSatisfy { $0.verdict == .unknown })
    #expect(OrderAudit(controls).findings.allSatisfy { $0.verdict == .unknown })
    #expect(controls.firstMessages == nil)
  }
}

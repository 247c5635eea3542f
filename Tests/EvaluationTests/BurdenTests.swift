import Chat
import Testing

@testable import Evaluation

struct BurdenTests {
  private func benign(
    _ id: Int, _ scenario: String?, _ kind: ConversationKind?, alert: Int? = nil, messages: Int = 50
  ) -> EvaluatedConversation {
    var unit = unit(id, false, alert: alert, messages: messages)
    (unit.scenario, unit.kind) = (scenario, kind)
    return unit
  }

  @Test func ratesAreOfBenignConversationsAndTheirMessages() {
    let burden = Burden([
      benign(0, "party", .hardNegative, alert: 4), benign(1, "party", .hardNegative),
      benign(2, "talk", .ordinary, messages: 100), benign(3, "talk", .ordinary, alert: 9),
      unit(4, true, alert: 2, messages: 1000),
    ])
    #expect(burden.perThousandConversations == ScaledRate(events: 2, trials: 4, scale: 1000))
    #expect(burden.perThousandConversations.value == 500)
    #expect(burden.perTenThousandMessages.value == 80)
    #expect(burden.families.map(\.scenario) == ["party", "talk"])
    #expect(burden.families.map(\.perThousandConversations.value) == [500, 500])
    #expect(isClose(burden.families[1].perTenThousandMessages.value, 10_000.0 / 150))
  }

  @Test func hardNegativesComeFirstThenNamesThenTheNameless() {
    let burden = Burden([
      benign(0, nil, nil), benign(1, "b", .ordinary), benign(2, "a", .ordinary),
      benign(3, "z", .hardNegative), benign(4, nil, .hardNegative), benign(5, "a", .hardNegative),
    ])
    #expect(burden.families.map(\.scenario) == ["a", "z", nil, "a", "b", nil])
    #expect(burden.families.last?.kind == nil)
  }

  @Test func theOverallRateIsTheOneOfTheSuite() {
    let units = randomUnits(150, seed: 9)
    let burden = Burden(units)
    #expect(
      isClose(
        burden.perThousandConversations.value,
        metrics(of: units)["false_alerts_per_1000"]?.value))
    #expect(burden.families.count == 1)
  }

  @Test func withoutBenignConversationsNothingHasAValue() {
    let burden = Burden([unit(0, true, alert: 1)])
    #expect(burden.perThousandConversations.value == nil)
    #expect(burden.perTenThousandMessages.high == nil)
    #expect(burden.families.isEmpty)
  }

  @Test func anAlertInAConversationOfUnknownLengthIsCounted() {
    let burden = Burden([benign(0, nil, nil, alert: 1, messages: 0)])
    #expect(burden.perTenThousandMessages.events == 1)
    #expect(burden.perTenThousandMessages.trials == 1)
  }
}

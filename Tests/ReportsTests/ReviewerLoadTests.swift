import Evaluation
import Testing

@testable import Reports

@Suite struct ReviewerLoadTests {
  @Test func itHoldsTheFiguresOfThePredictions() {
    func unit(_ id: Int, _ isPositive: Bool, alert: Int?) -> EvaluatedConversation {
      EvaluatedConversation(
        id: "c\(id)", cluster: "c\(id)", isPositive: isPositive, messageCount: 50,
        score: 1 - Double(id) / 10, alert: alert)
    }
    let load = ReviewerLoad([
      unit(0, true, alert: 3), unit(1, false, alert: 2), unit(2, true, alert: nil),
      unit(3, false, alert: nil),
    ])
    #expect(load.reviews == [3, 3])
    #expect(load.perThousandConversations.value == 500)
    #expect(load.perTenThousandMessages.value == 100)
    #expect(load.baseRates.map(\.prevalence) == BaseRate.prevalences)
    #expect(load.baseRates[1].value == 0.01, "TPR and FPR are both one half")
  }
}

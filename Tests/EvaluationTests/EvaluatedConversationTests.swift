import Testing

@testable import Evaluation

struct EvaluatedConversationTests {
  @Test func theAlertDecidesNeverTheScore() {
    #expect(unit(0, true, score: 0.1, alert: 3).isRetrieved)
    #expect(!unit(0, true, score: 0.9).isRetrieved)
  }

  @Test func notANumberIsNoScore() {
    #expect(unit(0, true, score: .nan).usableScore == nil)
    #expect(unit(0, true, score: nil).usableScore == nil)
    #expect(unit(0, true, score: 0.3).usableScore == 0.3)
    #expect(unit(0, true, score: -.infinity).usableScore == -.infinity)
  }
}

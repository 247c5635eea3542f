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

  @Test func metricsDoNotReadMessageScoresOrOutcomes() {
    let units = randomUnits(30, seed: 2)
    let other = units.map { old in
      var new = old
      (new.messageScores, new.outcome) = ([0.1, 0.9], .timeout)
      return new
    }
    #expect(
      MetricSuite.evaluate(units, bootstrap: nil) == MetricSuite.evaluate(other, bootstrap: nil))
  }
}

import Testing

@testable import Evaluation

/// Twenty users: alerts on true positives at 3, 5 and 40, one miss, a false alarm at 7.
let eRiskExample: [EvaluatedConversation] =
  [3, 5, 40, nil].enumerated().map { unit($0, true, alert: $1) }
  + [unit(4, false, alert: 7)] + (5..<20).map { unit($0, false) }

struct ERDETests {
  @Test func twentyUsers() {
    let values = metrics(of: eRiskExample)
    #expect(isClose(values["erde_5"]?.value, 0.1409601461, tolerance: 1e-10))
    #expect(isClose(values["erde_50"]?.value, 0.0600022699, tolerance: 1e-10))
    #expect(values["precision"]?.value == 0.75)
    #expect(values["recall"]?.value == 0.75)
  }

  @Test func costIsOneHalfAtTheLimitAndNeverOverflows() {
    #expect(ERDE.latencyCost(5, limit: 5) == 0.5)
    #expect(ERDE.latencyCost(100_000, limit: 5) == 1)
    #expect(ERDE.latencyCost(1, limit: 100_000) == 0)
    #expect(isClose(ERDE.latencyCost(6, limit: 5) + ERDE.latencyCost(4, limit: 5), 1))
  }

  @Test func withoutGroomingThereIsNoCostOfAFalseAlarm() {
    let values = metrics(of: [unit(0, false, alert: 1), unit(1, false)])
    #expect(values["erde_5"]?.value == nil)
    #expect(values["erde_50"]?.value == nil)
  }

  @Test func aMissCostsOne() {
    let values = metrics(of: [unit(0, true), unit(1, false)])
    #expect(values["erde_5"]?.value == 0.5)
  }
}

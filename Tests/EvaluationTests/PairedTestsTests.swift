import Statistics
import Testing

@testable import Evaluation

struct PairedTestsTests {
  /// Grooming, grooming, benign, benign, with the alerts of one detector.
  private func decisions(_ alerts: [Bool], scores: [Double?] = [0.9, 0.4, 0.5, 0.1])
    -> [EvaluatedConversation]
  {
    alerts.indices.map { unit($0, $0 < 2, score: scores[$0], alert: alerts[$0] ? 3 : nil) }
  }

  @Test func rightIsRetrievedIfAndOnlyIfGrooming() {
    // The first is right on 0 and 2, the second on 0, 1 and 3.
    let test = McNemarTest(
      decisionsOf: decisions([true, false, false, true]), decisions([true, true, true, false]))
    #expect(test.onlyFirst == 1)
    #expect(test.onlySecond == 2)
    #expect(test == McNemarTest(onlyFirst: 1, onlySecond: 2))
  }

  @Test func everyKindOfDisagreementCounts() {
    let right = decisions([true, true, false, false])
    let wrong = decisions([false, false, true, true])
    #expect(McNemarTest(decisionsOf: right, wrong) == McNemarTest(onlyFirst: 4, onlySecond: 0))
    #expect(McNemarTest(decisionsOf: wrong, right) == McNemarTest(onlyFirst: 0, onlySecond: 4))
    #expect(McNemarTest(decisionsOf: right, right) == McNemarTest(onlyFirst: 0, onlySecond: 0))
    // Both wrong on the same conversation says nothing either.
    #expect(McNemarTest(decisionsOf: wrong, wrong).exact == 1)
    #expect(McNemarTest(decisionsOf: [], []) == McNemarTest(onlyFirst: 0, onlySecond: 0))
  }

  @Test func theAlertDecidesAndNeitherItsPlaceNorTheScore() {
    var late = decisions([true, true, false, false])
    for index in late.indices {
      late[index].alert = late[index].alert.map { _ in 90 }
      late[index].score = 0
    }
    let early = decisions([true, true, false, false])
    #expect(McNemarTest(decisionsOf: early, late) == McNemarTest(onlyFirst: 0, onlySecond: 0))
  }

  @Test func deLongIsOnTheScores() throws {
    let first: [Double?] = [0.9, 0.4, 0.5, 0.1]
    let second: [Double?] = [0.5, 0.2, 0.5, 0.3]
    let alerts = [true, false, false, false]
    let test = try #require(
      DeLongTest(scoresOf: decisions(alerts, scores: first), decisions(alerts, scores: second)))
    // Three of four pairs are ranked right; then one, and a tie.
    #expect(test.areas.first == 0.75)
    #expect(test.areas.second == 0.375)
    #expect(
      test
        == DeLongTest(
          first.compactMap { $0 }, second.compactMap { $0 },
          isPositive: [true, true, false, false]))
  }

  @Test func aMissingScoreOnEitherSideLeavesItOut() {
    let whole = decisions([true, true, false, false])
    for missing in [nil, Double.nan] {
      let torn = decisions([true, true, false, false], scores: [0.9, missing, 0.5, 0.1])
      #expect(DeLongTest(scoresOf: whole, torn) == nil)
      #expect(DeLongTest(scoresOf: torn, whole) == nil)
    }
  }

  @Test func aMissingClassLeavesItOut() {
    let units = decisions([true, true, false, false])
    #expect(DeLongTest(scoresOf: Array(units.prefix(2)), Array(units.prefix(2))) == nil)
    #expect(DeLongTest(scoresOf: Array(units.suffix(2)), Array(units.suffix(2))) == nil)
    #expect(DeLongTest(scoresOf: [], []) == nil)
  }

  @Test func squaredErrorsAreThoseOfTheBrierScore() throws {
    func unit(_ id: String, _ isPositive: Bool, _ score: Double?) -> EvaluatedConversation {
      EvaluatedConversation(
        id: id, cluster: id, isPositive: isPositive, messageCount: 3, score: score, alert: nil)
    }
    let a = [unit("a", true, 0.9), unit("b", false, 0.2), unit("c", true, nil)]
    let b = [unit("a", true, 0.5), unit("b", false, 0.4), unit("c", true, 0.1)]
    let test = try #require(PairedRandomisation(squaredErrorsOf: a, b))
    #expect(abs(test.difference - ((0.01 - 0.25) + (0.04 - 0.16)) / 2) < 1e-12)
    #expect(PairedRandomisation(squaredErrorsOf: [], []) == nil)
  }
}

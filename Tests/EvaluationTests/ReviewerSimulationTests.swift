import Testing

@testable import Evaluation

struct ReviewerSimulationTests {
  /// Ten conversations of each class; all grooming and a share of benign ones flagged.
  private func units(falseAlerts: Int, misses: Int = 0) -> [EvaluatedConversation] {
    (0..<10).map { unit($0, true, score: 0.9, alert: $0 < misses ? nil : 3) }
      + (10..<20).map { unit($0, false, score: 0.2, alert: $0 < 10 + falseAlerts ? 5 : nil) }
  }

  @Test func aTeamWithTimeToSpareReviewsEveryCaseAtOnce() {
    let team = ReviewerSimulation(
      arrivalsPerDay: 20, reviewers: 30, minutesPerCase: 0.001, prevalence: 0.5)
    let outcome = team.outcome(of: units(falseAlerts: 0))
    #expect(outcome.arrivals == 400)
    #expect(outcome.recall == 1 && outcome.precision == 1)
    #expect(outcome.backlog == 0 && outcome.medianWait == 0)
    #expect(isClose(outcome.minutesPerTrueCase, 0.001))
  }

  @Test func aTeamThatIsFloodedDoesWhatItHasTimeFor() {
    let team = ReviewerSimulation(
      arrivalsPerDay: 1000, reviewers: 2, minutesPerCase: 10, prevalence: 0, days: 5)
    let outcome = team.outcome(of: units(falseAlerts: 10))
    // 2 · 5 · 480 / 10 = 480, less one each for the minutes before the first case.
    #expect((478...480).contains(outcome.reviewed))
    #expect(outcome.cases == 5000 && outcome.backlog == 5000 - outcome.reviewed)
    #expect(outcome.medianWait == nil, "most were never begun")
    #expect(outcome.recall == nil && outcome.precision == 0 && outcome.minutesPerTrueCase == nil)
    #expect(outcome.minutesSpent == Double(outcome.reviewed) * 10)
  }

  @Test func theHighestScoreGoesFirst() {
    let team = ReviewerSimulation(
      arrivalsPerDay: 1000, reviewers: 2, minutesPerCase: 10, prevalence: 0.05, days: 5)
    let outcome = team.outcome(of: units(falseAlerts: 10))
    // About 250 grooming among 5,000 cases, and time for 480: all but the latest are reviewed.
    #expect(outcome.recall.map { $0 > 0.95 } == true)
    var blind = units(falseAlerts: 10)
    for index in blind.indices { blind[index].score = 0.5 }
    #expect(team.outcome(of: blind).recall.map { $0 < 0.2 } == true, "first come, first served")
  }

  @Test func recallPaysForTheMissesOfTheDetector() {
    let team = ReviewerSimulation(
      arrivalsPerDay: 500, reviewers: 100, minutesPerCase: 0.01, prevalence: 1)
    let outcome = team.outcome(of: units(falseAlerts: 0, misses: 3))
    #expect(outcome.trueArrivals == 10_000 && outcome.precision == 1)
    #expect(outcome.recall.map { abs($0 - 0.7) < 0.03 } == true)
  }

  @Test func trafficDecidesPrecisionAsTheBaseRateDoes() {
    let team = ReviewerSimulation(
      arrivalsPerDay: 2000, reviewers: 200, minutesPerCase: 0.01, prevalence: 0.1)
    let outcome = team.outcome(of: units(falseAlerts: 1, misses: 1))
    let exact = BaseRate.precision(recall: 0.9, falseAlarmRate: 0.1, prevalence: 0.1)
    #expect(outcome.precision.map { abs($0 - exact) < 0.02 } == true)
  }

  @Test func theSeedDecidesAndNothingElse() {
    func team(_ seed: UInt64) -> ReviewerOutcome {
      ReviewerSimulation(
        arrivalsPerDay: 300, reviewers: 1, minutesPerCase: 5, prevalence: 0.2, seed: seed
      ).outcome(of: randomUnits(200, seed: 4))
    }
    #expect(team(1) == team(1))
    #expect(team(1) != team(2))
  }

  @Test func withoutTrafficNothingHappens() {
    let team = ReviewerSimulation(
      arrivalsPerDay: 0, reviewers: 1, minutesPerCase: 5, prevalence: 0.2)
    let outcome = team.outcome(of: [])
    #expect(outcome.cases == 0 && outcome.medianWait == nil && outcome.recall == nil)
  }
}

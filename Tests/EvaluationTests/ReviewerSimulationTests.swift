import Statistics
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

/// What is written between an alert and its review.
struct ReviewerSimulationExposureTests {
  /// Ten messages after the alert in grooming, ninety in benign talk.
  private let pair = [
    unit(0, true, alert: 20, messages: 30), unit(1, false, alert: 10, messages: 100),
  ]

  /// The minutes of arrival on the first day, as the generator draws them: class, time, place.
  private func arrivals(_ count: Int, seed: UInt64) -> [Double] {
    let random = CounterRandom(seed: seed, stream: 0)
    return (0..<count).map { Double(random.value(at: UInt64(3 * $0 + 1)) >> 11) * 0x1p-53 * 480 }
      .sorted()
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func oneReviewerIsPlayedThroughByHand(_ seed: UInt64) throws {
    let team = ReviewerSimulation(
      arrivalsPerDay: 4, reviewers: 1, minutesPerCase: 150, prevalence: 1, days: 1, seed: seed)
    let outcome = team.outcome(of: pair, minutesAfterAlert: ["c0": 600])
    // A working day of 480 minutes lasts 1440 on the chat's clock, where ten messages take 600.
    var (free, exposed, reviewed) = (0.0, 0.0, 0)
    for time in arrivals(4, seed: seed) {
      let begin = max(free, time)
      let isReviewed = begin + 150 <= 480
      let waited = ((isReviewed ? begin : 480) - time) * 3
      exposed += min(10, 10 * waited / 600)
      if isReviewed { (free, reviewed) = (begin + 150, reviewed + 1) }
    }
    #expect(outcome.reviewed == reviewed)
    #expect(reviewed < 4, "there is time for three at most")
    #expect(isClose(outcome.exposedMessages, exposed / 4))
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func whoIsNeverReviewedWaitsUntilTheEnd(_ seed: UInt64) {
    // A case takes the whole day, so none that comes after its first moment is begun.
    let team = ReviewerSimulation(
      arrivalsPerDay: 6, reviewers: 2, minutesPerCase: 480, prevalence: 1, days: 1, seed: seed)
    let times = arrivals(6, seed: seed)
    // So slow that the end comes long before the last message.
    let slow = team.outcome(of: pair, minutesAfterAlert: ["c0": 100_000])
    #expect(slow.reviewed == 0)
    let waits = times.reduce(0) { $0 + (480 - $1) * 3 }
    #expect(isClose(slow.exposedMessages, 10 * waits / 100_000 / 6))
    // So fast that everything is written at once.
    #expect(team.outcome(of: pair, minutesAfterAlert: ["c0": 0]).exposedMessages == 10)
  }

  @Test func whoIsReviewedAtOnceIsNotExposed() {
    let team = ReviewerSimulation(
      arrivalsPerDay: 20, reviewers: 100, minutesPerCase: 0.001, prevalence: 1)
    #expect(team.outcome(of: pair, minutesAfterAlert: ["c0": 60]).exposedMessages == 0)
  }

  @Test func onlyGroomingCasesCount() {
    // Nobody is reviewed and everything is written at once: ten messages each, not ninety.
    let team = ReviewerSimulation(
      arrivalsPerDay: 50, reviewers: 1, minutesPerCase: 1000, prevalence: 0.5, days: 1)
    let outcome = team.outcome(of: pair, minutesAfterAlert: ["c0": 0, "c1": 0])
    #expect(outcome.reviewed == 0 && outcome.exposedMessages == 10)
    // What was missed is no case and is not averaged in.
    let missed = pair + [unit(2, true, messages: 500)]
    let both = team.outcome(of: missed, minutesAfterAlert: ["c0": 0, "c2": 0])
    #expect(both.exposedMessages == 10)
  }

  @Test func anAlertAtTheLastMessageLeavesNothing() {
    let team = ReviewerSimulation(
      arrivalsPerDay: 5, reviewers: 1, minutesPerCase: 1000, prevalence: 1, days: 1)
    let last = [unit(0, true, alert: 30, messages: 30)]
    #expect(team.outcome(of: last, minutesAfterAlert: ["c0": 0]).exposedMessages == 0)
  }

  @Test func unknownTimesHaveNoExposure() {
    let team = ReviewerSimulation(
      arrivalsPerDay: 40, reviewers: 1, minutesPerCase: 1000, prevalence: 1, days: 1)
    #expect(team.outcome(of: pair).exposedMessages == nil)
    #expect(team.outcome(of: pair, minutesAfterAlert: ["c1": 5]).exposedMessages == nil)
    // Of two grooming conversations one has times: it alone is averaged.
    let two = [pair[0], unit(2, true, alert: 5, messages: 6)]
    #expect(team.outcome(of: two, minutesAfterAlert: ["c0": 0]).exposedMessages == 10)
    let benign = ReviewerSimulation(
      arrivalsPerDay: 40, reviewers: 1, minutesPerCase: 5, prevalence: 0, days: 1)
    #expect(benign.outcome(of: pair, minutesAfterAlert: ["c0": 5]).exposedMessages == nil)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func moreReviewersExposeNobodyForLonger(_ seed: UInt64) throws {
    func exposed(_ reviewers: Int) throws -> Double {
      let team = ReviewerSimulation(
        arrivalsPerDay: 200, reviewers: reviewers, minutesPerCase: 10, prevalence: 1, days: 2,
        seed: seed)
      return try #require(team.outcome(of: pair, minutesAfterAlert: ["c0": 900]).exposedMessages)
    }
    let (one, three, many) = (try exposed(1), try exposed(3), try exposed(200))
    // Even with many, those of the last ten minutes are left for another day.
    #expect(10 >= one && one > three && three > many && many >= 0)
  }

  @Test func minutesChangeNothingElse() {
    let team = ReviewerSimulation(
      arrivalsPerDay: 100, reviewers: 1, minutesPerCase: 10, prevalence: 0.3)
    let timed = team.outcome(of: pair, minutesAfterAlert: ["c0": 60])
    let plain = team.outcome(of: pair)
    #expect(timed.exposedMessages != nil && plain.exposedMessages == nil)
    #expect(timed.cases == plain.cases && timed.reviewed == plain.reviewed)
    #expect(timed.trueReviewed == plain.trueReviewed && timed.medianWait == plain.medianWait)
  }
}

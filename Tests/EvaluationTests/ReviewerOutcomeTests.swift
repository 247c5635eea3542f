import Testing

@testable import Evaluation

struct ReviewerOutcomeTests {
  @Test func sharesAreOfTheirCounts() {
    let outcome = ReviewerOutcome(
      arrivals: 1000, trueArrivals: 8, cases: 60, reviewed: 40, trueReviewed: 4, medianWait: 3,
      minutesSpent: 400)
    #expect(outcome.precision == 0.1)
    #expect(outcome.recall == 0.5)
    #expect(outcome.backlog == 20)
    #expect(outcome.minutesPerTrueCase == 100)
  }

  @Test func nothingReviewedHasNoShares() {
    let outcome = ReviewerOutcome(
      arrivals: 5, trueArrivals: 0, cases: 0, reviewed: 0, trueReviewed: 0, medianWait: nil,
      minutesSpent: 0)
    #expect(outcome.precision == nil && outcome.recall == nil)
    #expect(outcome.minutesPerTrueCase == nil && outcome.backlog == 0)
  }

  @Test func exposureIsUnknownUnlessSaid() {
    func outcome(_ exposed: Double?) -> ReviewerOutcome {
      ReviewerOutcome(
        arrivals: 5, trueArrivals: 1, cases: 1, reviewed: 1, trueReviewed: 1, medianWait: 0,
        minutesSpent: 12, exposedMessages: exposed)
    }
    let silent = ReviewerOutcome(
      arrivals: 5, trueArrivals: 1, cases: 1, reviewed: 1, trueReviewed: 1, medianWait: 0,
      minutesSpent: 12)
    #expect(silent.exposedMessages == nil && silent == outcome(nil))
    #expect(outcome(2.5).exposedMessages == 2.5 && outcome(2.5) != silent)
  }
}

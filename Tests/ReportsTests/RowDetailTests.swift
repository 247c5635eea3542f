import Evaluation
import Testing

@testable import Reports

@Suite struct RowDetailTests {
  @Test func nothingIsKnownUnlessSaid() {
    let detail = RowDetail()
    #expect(detail.delay == nil && detail.review == nil && detail.stages == nil)
    #expect(detail.reliability.isEmpty && detail.reviewCurve.isEmpty && detail.failures.isEmpty)
  }

  @Test func aPointKeepsItsRateAndThreshold() {
    let team = ReviewerSimulation(
      arrivalsPerDay: 0, reviewers: 1, minutesPerCase: 1, prevalence: 0.5)
    let point = ReviewPoint(falseAlarmRate: 0.1, threshold: 0.7, outcome: team.outcome(of: []))
    #expect(point.falseAlarmRate == 0.1 && point.threshold == 0.7)
    #expect(point.outcome.recall == nil)
  }
}

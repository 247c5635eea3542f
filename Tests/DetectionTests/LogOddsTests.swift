import Detection
import Testing

@Suite struct LogOddsTests {
  @Test func theLogOddsOfRoundProbabilities() {
    #expect(LogOdds.of(0.5) == 0)
    #expect((LogOdds.of(0.75) - Elementary.log(3)).magnitude < 1e-15)
    #expect((LogOdds.of(0.1) + Elementary.log(9)).magnitude < 1e-15)
  }

  @Test func certaintyIsFinite() {
    #expect(LogOdds.of(0) == -LogOdds.limit)
    #expect(LogOdds.of(1) == LogOdds.limit)
    #expect(LogOdds.of(.leastNonzeroMagnitude) == -LogOdds.limit)
    #expect(LogOdds.of(1.0.nextDown) == LogOdds.limit)
  }

  @Test func theStepsSumToTheEvidenceOfThePrefix() {
    let scores = [0.2, 0.9, 1, 0.4, 0, 0.7]
    var steps = LogOddsSteps(prior: -1.5)
    var sum = 0.0
    for score in scores {
      sum += steps.next(score)
      #expect((sum - (LogOdds.of(score) + 1.5)).magnitude < 1e-12)
    }
  }
}

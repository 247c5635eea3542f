import Detection
import Testing

@Suite struct StopPolicyTests {
  /// The alert positions of Vogt, Leser, Akbik 2021 on two rows of scores.
  @Test(arguments: zip(1...10, [3, 4, 6, 7, 8, 10, nil, nil, nil, nil] as [Int?]))
  func skepticismCountsTheLastTenDecisions(_ needed: Int, _ expected: Int?) {
    let scores = [0.1, 0.2, 0.6, 0.7, 0.4, 0.8, 0.9, 0.95, 0.3, 0.99]
    let policy = StopPolicy.skepticism(threshold: 0.5, needed: needed, window: 10)
    #expect(policy.firstAlert(scores.span) == expected)
  }

  @Test(arguments: zip(1...7, [1, 2, 3, 15, 16, nil, nil] as [Int?]))
  func decisionsLeaveTheWindow(_ needed: Int, _ expected: Int?) {
    let scores =
      [Double](repeating: 0.9, count: 3) + [Double](repeating: 0.1, count: 8)
      + [Double](repeating: 0.9, count: 5)
    let policy = StopPolicy.skepticism(threshold: 0.5, needed: needed, window: 10)
    #expect(policy.firstAlert(scores.span) == expected)
  }

  @Test func aThresholdIsReachedByAnEqualScore() {
    #expect(StopPolicy.threshold(0.5).firstAlert([0.4, 0.5, 0.9].span) == 2)
    #expect(StopPolicy.threshold(0.95).firstAlert([0.4, 0.5, 0.9].span) == nil)
    #expect(StopPolicy.threshold(0).firstAlert([Double]().span) == nil)
  }

  /// Log-odds −2, −3, −1, 0, 2 from a prior of −2.
  private static let rising = [-2.0, -3, -1, 0, 2].map { Elementary.logistic($0) }

  @Test(arguments: zip([1.5, 2.5, 3.5, 4.75, 5.5], [3, 4, 5, 5, nil] as [Int?]))
  func cusumSeesTheRiseFromTheLowestPoint(_ threshold: Double, _ expected: Int?) {
    let policy = StopPolicy.cusum(threshold: threshold, drift: 0, prior: -2)
    #expect(policy.firstAlert(Self.rising.span) == expected)
  }

  @Test func theDriftOfCusumIsTakenOffEveryMessage() {
    // Sums: 0, 0, 1.5, 2, 3.5.
    for (threshold, expected) in [(1.4, 3), (1.9, 4), (3.4, 5), (3.6, nil)] as [(Double, Int?)] {
      let policy = StopPolicy.cusum(threshold: threshold, drift: 0.5, prior: -2)
      #expect(policy.firstAlert(Self.rising.span) == expected)
    }
  }

  @Test func sprtSeesTheRiseFromThePriorOrTheLastRestart() {
    // Sums without a restart: 0, −1, 1, 2, 4; with one at −.5: 0, −1 → 0, 2, 3, 5.
    let patient = { StopPolicy.sprt(threshold: $0, lower: -5, prior: -2) }
    #expect(patient(0.9).firstAlert(Self.rising.span) == 3)
    #expect(patient(3.9).firstAlert(Self.rising.span) == 5)
    #expect(patient(4.1).firstAlert(Self.rising.span) == nil)
    let quick = { StopPolicy.sprt(threshold: $0, lower: -0.5, prior: -2) }
    #expect(quick(1.9).firstAlert(Self.rising.span) == 3)
    #expect(quick(4.9).firstAlert(Self.rising.span) == 5)
  }

  @Test func certainScoresStayFinite() {
    let scores = [0.0, 1, 0, 1]
    #expect(StopPolicy.cusum(threshold: 59, drift: 0, prior: 0).firstAlert(scores.span) == 2)
    #expect(StopPolicy.cusum(threshold: 61, drift: 0, prior: 0).firstAlert(scores.span) == nil)
    #expect(StopPolicy.sprt(threshold: 29, lower: -40, prior: 0).firstAlert(scores.span) == 2)
  }

  @Test func stageReadsTheProbabilityOfACriticalStageAlone() {
    let trace = PrefixTrace(scores: [0.9, 0.9, 0.1], critical: [0.1, 0.2, 0.6])
    #expect(StopPolicy.stage(threshold: 0.6).firstAlert(trace) == 3)
    #expect(StopPolicy.stage(threshold: 0.2).firstAlert(trace) == 2)
    #expect(StopPolicy.stage(threshold: 0.7).firstAlert(trace) == nil)
    #expect(StopPolicy.stage(threshold: 0.1).firstAlert(PrefixTrace(scores: [0.9])) == nil)
    #expect(StopPolicy.stage(threshold: 0.1).firstAlert(trace.scores.span) == nil)
    #expect(StopPolicy.threshold(0.9).firstAlert(trace) == 1)
  }
}

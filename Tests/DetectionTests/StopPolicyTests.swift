import Detection
import Testing

/// The alert positions of Vogt, Leser, Akbik 2021 on two rows of scores.
@Suite struct StopPolicyTests {
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
}

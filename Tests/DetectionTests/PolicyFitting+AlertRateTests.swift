import Statistics
import Testing

@testable import Detection

@Suite struct PolicyFittingAlertRateTests {
  @Test(arguments: Array(UInt64(0)..<12), [false, true])
  func neverMoreAlertsThanWantedAndNoThresholdGivesMore(_ seed: UInt64, ties: Bool) throws {
    let traces = PolicyFittingTests.traces(seed, ties: ties).traces
    var random = CounterRandom(seed: seed, stream: 9)
    for policy in StopPolicyThresholdTests.policies(&random) {
      for rate in [0, 0.05, 0.1, 0.25, 0.5, 1] {
        let (set, achieved) = try PolicyFitting.calibrate(
          policy, traces: traces, alertRate: rate)
        let wording: Comment = "seed \(seed), \(policy), rate \(rate)"
        func alerts(_ policy: StopPolicy) -> Int {
          traces.count { policy.firstAlert($0) != nil }
        }
        #expect(achieved.alerts == alerts(set), wording)
        #expect(Double(achieved.alerts) <= rate * Double(traces.count), wording)
        #expect(achieved.conversations == traces.count)
        #expect(set.withThreshold(policy.threshold) == policy, wording)
        // The next lower threshold that changes anything breaks the wish.
        let below = traces.map { policy.statistic($0) }.filter { $0 < set.threshold }.max()
        if let below, below > -.infinity {
          #expect(
            Double(alerts(policy.withThreshold(below))) > rate * Double(traces.count), wording)
        }
      }
    }
  }

  @Test func theThresholdIsTheLowestStatisticThatAlerts() throws {
    let traces = [0.1, 0.9, 0.4, 0.7, 0.7].map { PrefixTrace(scores: [$0]) }
    func set(_ rate: Double) throws -> StopPolicy {
      try PolicyFitting.calibrate(.threshold(0.5), traces: traces, alertRate: rate).policy
    }
    #expect(try set(0.2) == .threshold(0.9))
    // Two may alert, but the second and the third are alike.
    #expect(try set(0.4) == .threshold(0.9))
    #expect(try set(0.6) == .threshold(0.7))
    #expect(try set(1) == .threshold(0.1))
    #expect(try set(0) == .threshold(0.9.nextUp))
  }

  @Test func aRateThatIsNoBinaryFractionAllowsItsWholeNumber() throws {
    let traces = (0..<100).map { PrefixTrace(scores: [Double($0) / 100]) }
    for wanted in 0...100 {
      let rate = Double(wanted) / 100
      let achieved = try PolicyFitting.calibrate(
        .threshold(0.5), traces: traces, alertRate: rate
      ).achieved
      #expect(achieved.alerts == wanted)
      #expect(achieved.share == rate)
      #expect(achieved.interval == WilsonInterval(successes: wanted, trials: 100))
    }
  }

  @Test func withoutMessagesThereIsNothingToSet() throws {
    for traces in [[], [PrefixTrace(scores: [])]] {
      let (policy, achieved) = try PolicyFitting.calibrate(
        .threshold(0.5), traces: traces, alertRate: 0.1)
      #expect(policy == .threshold(0.5))
      #expect(achieved.share == 0)
      #expect((achieved.interval == nil) == traces.isEmpty)
    }
  }

  @Test func stageNeedsStages() {
    #expect(throws: DetectionError.missingStages(policy: "stage")) {
      try PolicyFitting.calibrate(
        .stage(threshold: 0.5), traces: [PrefixTrace(scores: [0.5])], alertRate: 0.1)
    }
  }
}

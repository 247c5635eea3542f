import Statistics
import Testing

@testable import Detection

@Suite struct StopPolicyThresholdTests {
  /// One of each kind, drawn from a seed.
  static func policies(_ random: inout CounterRandom) -> [StopPolicy] {
    let window = 1 + random.below(12)
    return [
      .threshold(random.unit()),
      .skepticism(threshold: random.unit(), needed: 1 + random.below(window), window: window),
      .cusum(threshold: 4 * random.unit(), drift: random.unit() / 2, prior: -random.unit()),
      .sprt(threshold: 4 * random.unit(), lower: -2 * random.unit(), prior: -random.unit()),
      .stage(threshold: random.unit()),
    ]
  }

  @Test(arguments: 0..<60)
  func aConversationAlertsExactlyFromItsStatisticDown(_ seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 0)
    for policy in Self.policies(&random) {
      let count = random.below(30)
      let trace = PrefixTrace(
        scores: (0..<count).map { _ in random.unit() },
        critical: (0..<count).map { _ in random.unit() })
      let statistic = policy.statistic(trace)
      #expect(
        (policy.firstAlert(trace) != nil) == (statistic >= policy.threshold),
        "seed \(seed), \(policy)")
      guard statistic > -.infinity else { continue }
      #expect(policy.withThreshold(statistic).firstAlert(trace) != nil, "seed \(seed), \(policy)")
      #expect(
        policy.withThreshold(statistic.nextUp).firstAlert(trace) == nil, "seed \(seed), \(policy)")
    }
  }

  @Test(arguments: 0..<5)
  func onlyTheThresholdChanges(_ seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 1)
    for policy in Self.policies(&random) {
      let other = policy.withThreshold(0.125)
      #expect(other.threshold == 0.125)
      #expect(other.name == policy.name)
      #expect(other.withThreshold(policy.threshold) == policy)
    }
  }
}

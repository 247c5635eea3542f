import Detection
import Statistics
import Testing

@testable import Experiments

@Suite struct AlertMonitorTests {
  /// The reference values of Vogt, Leser and Akbik's skepticism.
  @Test(arguments: zip(1...8, [3, 4, 6, 7, 8, 10, nil, nil] as [Int?]))
  func skepticismFiresWhereThePaperSays(_ needed: Int, _ message: Int?) {
    let scores = [0.1, 0.2, 0.6, 0.7, 0.4, 0.8, 0.9, 0.95, 0.3, 0.99]
    let policy = StopPolicy.skepticism(threshold: 0.5, needed: needed, window: 10)
    #expect(fired(policy, scores) == message)
  }

  @Test(arguments: 0..<80)
  func theStreamAgreesWithTheWhole(_ seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 0)
    let count = random.below(80)
    // Certain scores and equal ones occur too.
    func score() -> Double { seed % 2 == 0 ? random.unit() : Double(random.below(5)) / 4 }
    let trace = PrefixTrace(
      scores: (0..<count).map { _ in score() }, critical: (0..<count).map { _ in score() })
    let window = 1 + random.below(64)
    let prior = 2 * random.unit() - 2
    for threshold in [0.25, 0.6, 0.9, 3, 8, 31] {
      for policy in [
        StopPolicy.threshold(threshold),
        .skepticism(threshold: threshold, needed: 1 + random.below(window), window: window),
        .cusum(threshold: threshold, drift: random.unit(), prior: prior),
        .sprt(threshold: threshold, lower: -2 * random.unit(), prior: prior),
        .stage(threshold: threshold),
      ] {
        #expect(fired(policy, trace) == policy.firstAlert(trace), "seed \(seed), \(policy)")
      }
    }
  }

  @Test func itFiresOnce() {
    let scores = [0.1, 0.9, 0.1, 0.99, 0.1, 0.999]
    for policy in [
      StopPolicy.threshold(0.5), .skepticism(threshold: 0.5, needed: 1, window: 1),
      .cusum(threshold: 2, drift: 0.1, prior: -1), .sprt(threshold: 2, lower: -1, prior: -1),
      .stage(threshold: 0.5),
    ] {
      var monitor = AlertMonitor(policy)
      let fired = scores.count { monitor.observe($0, critical: $0) }
      #expect(fired == 1, "\(policy)")
      #expect(monitor.count == scores.count)
    }
  }

  @Test func withoutStagesTheStagePolicyIsSilent() {
    var monitor = AlertMonitor(.stage(threshold: 0))
    let fired = [monitor.observe(1), monitor.observe(0, critical: 0)]
    #expect(fired == [false, true])
  }

  private func fired(_ policy: StopPolicy, _ scores: [Double]) -> Int? {
    fired(policy, PrefixTrace(scores: scores))
  }

  private func fired(_ policy: StopPolicy, _ trace: PrefixTrace) -> Int? {
    var monitor = AlertMonitor(policy)
    return trace.scores.indices.first { index in
      monitor.observe(
        trace.scores[index],
        critical: trace.critical.isEmpty ? nil : trace.critical[index])
    }.map { $0 + 1 }
  }
}

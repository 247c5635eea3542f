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

  @Test(arguments: 0..<50)
  func theStreamAgreesWithTheWhole(_ seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 0)
    let scores = (0..<random.below(80)).map { _ in random.unit() }
    let window = 1 + random.below(64)
    for policy in [
      StopPolicy.threshold(0.9),
      .skepticism(threshold: 0.6, needed: 1 + random.below(window), window: window),
    ] {
      #expect(fired(policy, scores) == policy.firstAlert(scores.span), "seed \(seed)")
    }
  }

  private func fired(_ policy: StopPolicy, _ scores: [Double]) -> Int? {
    var monitor = AlertMonitor(policy)
    return scores.firstIndex { monitor.observe($0) }.map { $0 + 1 }
  }
}

import Statistics
import Testing

@testable import Evaluation

@Suite struct PairedDifferenceTests {
  /// 80 conversations; the scorer ranks a share of `sharpness` right.
  private func units(_ seed: UInt64, sharpness: Int) -> [EvaluatedConversation] {
    (0..<80).map { number in
      var random = CounterRandom(seed: seed, stream: UInt64(number))
      let isPositive = number % 3 == 0
      let isRight = random.below(100) < sharpness
      let noise = Double(random.below(1000)) / 4000
      return EvaluatedConversation(
        id: "c\(number)", cluster: "g\(number / 2)", isPositive: isPositive, messageCount: 20,
        onset: isPositive ? 5 : nil, score: (isPositive == isRight ? 0.6 : 0.1) + noise,
        alert: isPositive == isRight ? 6 + number % 9 : nil)
    }
  }

  @Test func everyDifferenceIsThatOfItsMetricAlone() throws {
    let (a, b) = (units(1, sharpness: 90), units(2, sharpness: 60))
    let bootstrap = Bootstrap(resamples: 200)
    let all = MetricSuite.differences(a, b, bootstrap: bootstrap)
    #expect(all.map(\.name) == MetricSuite.names)
    for line in all {
      #expect(line.difference == MetricSuite.difference(line.name, a, b, bootstrap: bootstrap))
    }
    let f1 = try #require(all.first { $0.name == "f1" })
    let alone = MetricSuite.evaluate(a, bootstrap: nil).first { $0.name == "f1" }
    #expect(f1.values.first == alone?.value)
    #expect(f1.p ?? 1 < 0.05)
  }

  @Test func aScorerDoesNotDifferFromItself() {
    let a = units(3, sharpness: 70)
    for line in MetricSuite.differences(a, a, bootstrap: Bootstrap(resamples: 50)) {
      if line.difference.value != nil {
        #expect(line.difference.value == 0 && line.p == 1, "\(line.name)")
      } else {
        #expect(line.p == nil)
      }
    }
  }
}

import Foundation
import Glibc
import Statistics
import Testing

@testable import Evaluation

/// Whether the 95 % intervals of a run hold the truth as often as they say: a long simulation, for
/// release builds with `NIGHTLIGHT_LONG_TESTS=1` (`make check-coverage`).
struct IntervalCoverageTests {
  /// Whether long tests are wanted, and not of a build that would take hours.
  static let isLong: Bool = {
    #if DEBUG
      return false
    #else
      return ProcessInfo.processInfo.environment["NIGHTLIGHT_LONG_TESTS"] == "1"
    #endif
  }()

  /// 400 conversations, 80 of them grooming. Scores are normal with variance 1 in both classes, so
  /// that AUROC is Φ(distance/√2) exactly; half of the variance is shared within a cluster.
  private func sample(_ number: UInt64, distance: Double, clusterSize: Int)
    -> [EvaluatedConversation]
  {
    var random = CounterRandom(seed: 20_310_502, stream: number)
    func normal() -> Double {
      let radius = (-2 * log(1 - random.unit())).squareRoot()
      return radius * cos(2 * Double.pi * random.unit())
    }
    var shared = 0.0
    return (0..<400).map { id in
      if id % clusterSize == 0 { shared = normal() }
      let noise = clusterSize == 1 ? shared : (shared + normal()) / 2.0.squareRoot()
      let isPositive = id < 80
      return unit(
        id, isPositive, score: noise + (isPositive ? distance : 0), cluster: id / clusterSize)
    }
  }

  /// The share of 1,000 samples whose interval of AUROC, of 1,000 resamples, holds the truth.
  private func coverage(distance: Double, clusterSize: Int) -> Double {
    let truth = erfc(-distance / 2) / 2
    let covered = (0..<1000 as Range<UInt64>).count { number in
      let values = MetricSuite.evaluate(
        sample(number, distance: distance, clusterSize: clusterSize),
        bootstrap: Bootstrap(resamples: 1000, seed: number))
      guard let area = values.first(where: { $0.name == "auroc" }), let low = area.low,
        let high = area.high
      else { return false }
      return low <= truth && truth <= high
    }
    return Double(covered) / 1000
  }

  /// AUROC .714, .8 and .921, of independent conversations and of clusters of four.
  @Test(
    .enabled(if: isLong, "a long simulation: make check-coverage"),
    arguments: [(0.8, 1), (1.1902, 1), (2, 1), (1.1902, 4)])
  func theIntervalOfAUROCHoldsTheTruth(distance: Double, clusterSize: Int) {
    let share = coverage(distance: distance, clusterSize: clusterSize)
    print("AUROC \(erfc(-distance / 2) / 2), clusters of \(clusterSize): covered \(share)")
    #expect((0.93...0.97).contains(share), "covered \(share)")
  }

  @Test func aSampleHasTheAreaThatItIsDrawnFor() {
    let areas = (0..<60 as Range<UInt64>).compactMap { number in
      metrics(of: sample(number, distance: 1.1902, clusterSize: 1))["auroc"]?.value
    }
    let mean = areas.reduce(0, +) / 60
    #expect(abs(mean - 0.8) < 0.015, "\(mean)")
  }
}

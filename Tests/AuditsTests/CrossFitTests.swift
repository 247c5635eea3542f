import Statistics
import Testing

@testable import Audits

@Suite struct CrossFitTests {
  @Test func aClusterIsNeverTorn() {
    let clusters = (0..<200).map { "\($0 % 37)" }
    let folds = CrossFit.folds(clusters, isPositive: (0..<200).map { $0 % 5 == 0 }, count: 5)
    for cluster in 0..<37 {
      #expect(Set((0..<200).filter { $0 % 37 == cluster }.map { folds[$0] }).count == 1)
    }
    #expect(Set(folds) == Set(0..<5))
  }

  @Test func aSignalIsLearnedAndNoiseIsNot() {
    var random = CounterRandom(seed: 5, stream: 0)
    let classes = (0..<400).map { $0 % 2 == 0 }
    let noise = classes.map { _ in [random.unit(), random.unit()] }
    let signal = zip(classes, noise).map { [$0 ? $1[0] + 1 : $1[0], $1[1]] }
    let clusters = classes.indices.map { "\($0)" }
    func area(_ rows: [[Double]]) -> Double {
      let margins = CrossFit.margins(rows, clusters: clusters, isPositive: classes)
      return RankedScores(margins, isPositive: classes).area(nil) ?? 0
    }
    #expect(area(signal) > 0.99)
    #expect(area(noise) > 0.4 && area(noise) < 0.6)
  }

  @Test func ratesComeFromOtherFolds() {
    let classes = (0..<100).map { $0 % 2 == 0 }
    // Every category occurs once: whoever looked at its own class would be right always.
    let own = CrossFit.rates(
      classes.indices.map { "\($0)" }, clusters: classes.indices.map { "\($0)" },
      isPositive: classes)
    #expect(own.allSatisfy { ($0 ?? 0) > 0.4 && ($0 ?? 1) < 0.6 })
    let told = CrossFit.rates(
      classes.map { $0 ? "a" : "b" }, clusters: classes.indices.map { "\($0)" },
      isPositive: classes)
    #expect(told.map { $0 ?? -1 } == classes.map { $0 ? 1 : 0 })
    #expect(CrossFit.rates([nil], clusters: ["a"], isPositive: [true]) == [nil])
  }
}

import Glibc
import Testing

@testable import Statistics

@Suite struct DeLongTestTests {
  /// The definition itself: every pair of a positive and a negative.
  private func reference(
    _ first: [Double], _ second: [Double], _ isPositive: [Bool]
  ) -> (areas: [Double], error: Double) {
    let positives = isPositive.indices.filter { isPositive[$0] }
    let negatives = isPositive.indices.filter { !isPositive[$0] }
    func wins(_ scores: [Double], _ p: Int, _ n: Int) -> Double {
      scores[p] > scores[n] ? 1 : scores[p] == scores[n] ? 0.5 : 0
    }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    func covariance(_ x: [Double], _ y: [Double]) -> Double {
      let (mx, my) = (mean(x), mean(y))
      return zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) } / Double(x.count - 1)
    }
    let both = [first, second]
    let v10 = both.map { scores in
      positives.map { p in mean(negatives.map { wins(scores, p, $0) }) }
    }
    let v01 = both.map { scores in
      negatives.map { n in mean(positives.map { wins(scores, $0, n) }) }
    }
    func part(_ v: [[Double]]) -> Double {
      (covariance(v[0], v[0]) + covariance(v[1], v[1]) - 2 * covariance(v[0], v[1]))
        / Double(v[0].count)
    }
    return (v10.map(mean), (part(v10) + part(v01)).squareRoot())
  }

  @Test(arguments: 1...20) func agreesWithTheDefinition(_ seed: UInt64) throws {
    var random = CounterRandom(seed: seed, stream: 0)
    let classes = (0..<40).map { $0 % 3 == 0 }
    // Few distinct values, so that ties occur.
    let scores = (0..<2).map { _ in
      classes.map { Double(random.below(8)) / 8 + ($0 ? 0.25 : 0) }
    }
    let test = DeLongTest(scores[0], scores[1], isPositive: classes)
    let expected = reference(scores[0], scores[1], classes)
    #expect(abs(test.areas.first - expected.areas[0]) < 1e-12)
    #expect(abs(test.areas.second - expected.areas[1]) < 1e-12)
    #expect(abs(test.standardError - expected.error) < 1e-12)
    let p = try #require(test.p)
    let z = (expected.areas[0] - expected.areas[1]) / expected.error
    #expect(abs(p - erfc(z.magnitude / 2.0.squareRoot())) < 1e-9)
  }

  @Test func scorersThatRankAlikeDoNotDiffer() {
    let classes = [true, true, false, false, true]
    let scores = [0.9, 0.2, 0.3, 0.1, 0.5]
    #expect(DeLongTest(scores, scores.map { $0 * $0 }, isPositive: classes).p == 1)
  }

  @Test func oneUnitOfAClassTellsNothing() {
    #expect(DeLongTest([1, 2, 3], [3, 2, 1], isPositive: [true, false, false]).p == nil)
  }

  /// Under the null hypothesis p is small as often as it says.
  @Test func theTestKeepsItsLevel() {
    var rejections = 0
    let runs = 400
    for seed in 0..<runs {
      var random = CounterRandom(seed: UInt64(seed), stream: 9)
      let classes = (0..<120).map { $0 % 2 == 0 }
      func draw() -> [Double] {
        classes.map { Double(random.below(1 << 30)) / Double(1 << 30) + ($0 ? 0.3 : 0) }
      }
      let (a, b) = (draw(), draw())
      if let p = DeLongTest(a, b, isPositive: classes).p, p < 0.05 { rejections += 1 }
    }
    #expect((8...36).contains(rejections), "\(rejections) of \(runs) at the level of 5 %")
  }

  @Test(arguments: 1...30) func laws(_ seed: UInt64) throws {
    var random = CounterRandom(seed: seed, stream: 2)
    let classes = (0..<50).map { $0 % 4 == 0 }
    let scores = (0..<2).map { _ in classes.map { ($0 ? 0.2 : 0) + random.unit() } }
    let there = DeLongTest(scores[0], scores[1], isPositive: classes)
    let back = DeLongTest(scores[1], scores[0], isPositive: classes)
    #expect(there.difference == -back.difference && there.p == back.p, "seed \(seed)")
    #expect(abs(there.standardError - back.standardError) < 1e-15, "seed \(seed)")
    let p = try #require(there.p)
    #expect(0 <= p && p <= 1, "seed \(seed)")
    let bent = DeLongTest(
      scores[0].map { exp(4 * $0) }, scores[1].map { $0 * $0 * $0 }, isPositive: classes)
    #expect(bent == there, "only ranks count, seed \(seed)")
    let turned = DeLongTest(
      scores[0].map { -$0 }, scores[1].map { -$0 }, isPositive: classes)
    #expect(abs(turned.areas.first + there.areas.first - 1) < 1e-12, "seed \(seed)")
  }
}

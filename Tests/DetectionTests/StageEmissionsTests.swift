import Testing
import TextFeatures

@testable import Detection

@Suite struct StageEmissionsTests {
  private static func emissions(smoothing: Double, tempering: Double) -> StageEmissions {
    var counts = StageCounts(FeatureHasher(bits: 12, words: 1), states: 2)
    var buckets: [UInt32] = []
    counts.add(Array("soil soil rake".utf8).span, state: 0, &buckets)
    counts.add(Array("rake drum".utf8).span, state: 1, &buckets)
    return counts.emissions(smoothing: smoothing, tempering: tempering)
  }

  private static func evaluate(_ emissions: StageEmissions, _ text: String) -> [Double] {
    var buckets: [UInt32] = []
    var target = [9.0, 9]
    emissions.evaluate(Array(text.utf8).span, &buckets, into: &target)
    return target
  }

  @Test func probabilitiesAreSmoothedShares() {
    let emissions = Self.emissions(smoothing: 0.5, tempering: 1)
    // Three words: 3 + 1.5 in state 0, 2 + 1.5 in state 1.
    let expected = [2.5 / 4.5 * 2.5 / 4.5 * 0.5 / 4.5, 0.5 / 3.5 * 0.5 / 3.5 * 1.5 / 3.5]
    for (value, share) in zip(Self.evaluate(emissions, "soil soil drum"), expected) {
      #expect((value - Elementary.log(share)).magnitude < 1e-5)
    }
    for state in 0..<2 {
      let sum = ["soil", "rake", "drum"].reduce(0) {
        $0 + Elementary.exp(Self.evaluate(emissions, $1)[state])
      }
      #expect((sum - 1).magnitude < 1e-6)
    }
  }

  @Test func unknownWordsSayNothing() {
    let emissions = Self.emissions(smoothing: 0.5, tempering: 1)
    #expect(Self.evaluate(emissions, "zzzz") == [0, 0])
    #expect(Self.evaluate(emissions, "") == [0, 0])
    #expect(Self.evaluate(emissions, "rake zzzz") == Self.evaluate(emissions, "rake"))
  }

  @Test func temperingScalesTheEvidence() {
    let whole = Self.evaluate(Self.emissions(smoothing: 1, tempering: 1), "rake soil")
    let part = Self.evaluate(Self.emissions(smoothing: 1, tempering: 0.25), "rake soil")
    #expect(zip(whole, part).allSatisfy { ($0 * 0.25 - $1).magnitude < 1e-12 })
  }
}

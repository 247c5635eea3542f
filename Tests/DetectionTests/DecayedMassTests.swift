import Statistics
import Testing

@testable import Detection

@Suite struct DecayedMassTests {
  private static func peak(_ ratios: [Double], decay: Double) -> Double {
    var mass = DecayedMass(decay: decay)
    for ratio in ratios { mass.insert(ratio) }
    return mass.peak
  }

  private static func ratios(_ random: inout CounterRandom) -> [Double] {
    (0..<1 + random.below(40)).map { _ in random.unit() * 3 - 2 }
  }

  @Test func workedExample() {
    #expect(Self.peak([1, -3, 0.5], decay: 0.5) == 1)
    #expect(Self.peak([1, -3, 0.5, 1], decay: 0.5) == 1.375)
    #expect(Self.peak([-1, -2], decay: 0.9) == 0)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func strongerNeverRatesLower(seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 1)
    var ratios = Self.ratios(&random)
    let before = Self.peak(ratios, decay: 0.97)
    ratios[random.below(ratios.count)] += random.unit()
    #expect(Self.peak(ratios, decay: 0.97) >= before, "seed \(seed)")
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func oneRiskyTextMoreNeverRatesLower(seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 2)
    var ratios = Self.ratios(&random)
    let before = Self.peak(ratios, decay: 0.97)
    // In place of a benign one.
    var replaced = ratios
    replaced[random.below(ratios.count)] = 2
    #expect(Self.peak(replaced, decay: 0.97) >= before, "seed \(seed)")
    // Behind all.
    ratios.append(random.unit())
    #expect(Self.peak(ratios, decay: 0.97) >= before, "seed \(seed)")
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func benignTalkBehindBuriesNothing(seed: UInt64) {
    var random = CounterRandom(seed: seed, stream: 3)
    let ratios = Self.ratios(&random)
    let after = ratios + [Double](repeating: -1, count: 500)
    #expect(Self.peak(after, decay: 0.97) == Self.peak(ratios, decay: 0.97), "seed \(seed)")
  }

  @Test func theDefectsAreGone() {
    func peak(_ hits: Int, of count: Int, at ratio: Double = 0.6) -> Double {
      Self.peak((0..<count).map { $0 < hits ? ratio : 0 }, decay: 0.97)
    }
    #expect(peak(9, of: 9) > 0)
    #expect(peak(4, of: 10) < peak(5, of: 10) && peak(5, of: 10) < peak(6, of: 10))
    #expect(peak(49, of: 100) < peak(51, of: 100))
    #expect(peak(1, of: 100, at: 0.11) < peak(1, of: 100, at: 0.9))
    #expect(peak(1, of: 10) == peak(1, of: 1000))
  }

  @Test func marginRisesWithThePeak() {
    var mass = DecayedMass(decay: 1)
    var last = mass.margin
    #expect(last == 0)
    for _ in 0..<10 {
      mass.insert(0.3)
      #expect(mass.margin > last)
      last = mass.margin
    }
    mass.begin()
    #expect(mass.margin == 0)
  }
}

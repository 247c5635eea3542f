import Testing

@testable import Evaluation

struct ReliabilityBinTests {
  @Test func binsOfEqualWidthGiveTheExpectedCalibrationError() {
    let units = randomUnits(300, seed: 21)
    let bins = ReliabilityBin.equalWidth(units)
    #expect(bins.count <= 10)
    #expect(
      isClose(ReliabilityBin.calibrationError(of: bins), metrics(of: units)["ece"]?.value))
    for (bin, next) in zip(bins, bins.dropFirst()) { #expect(bin.highest < next.lowest) }
  }

  @Test func aBarIsAShareWithWilsonsInterval() {
    let units = (0..<254).map { unit($0, $0 < 200, score: 0.75) }
    let bins = ReliabilityBin.equalWidth(units)
    #expect(bins.count == 1)
    #expect(isClose(bins[0].low, 0.7329963328, tolerance: 1e-10))
    #expect(isClose(bins[0].high, 0.8332430946, tolerance: 1e-10))
    #expect(bins[0].meanScore == 0.75)
    #expect(bins[0].share == 200.0 / 254)
  }

  @Test func binsOfEqualMassHoldAsManyEach() {
    let units = (0..<100).map { unit($0, $0 > 70, score: Double($0 * $0) / 10_000) }
    let bins = ReliabilityBin.equalMass(units)
    #expect(bins.map(\.count) == [Int](repeating: 10, count: 10))
    #expect(ReliabilityBin.equalMass(units.reversed()) == bins)
    #expect(ReliabilityBin.equalMass(units, binCount: 1).map(\.positiveCount) == [29])
    #expect(ReliabilityBin.equalMass(Array(units.prefix(3))).map(\.count) == [1, 1, 1])
  }

  @Test func equalScoresAreNeverParted() {
    let units = (0..<10).map { unit($0, $0 == 0, score: $0 < 7 ? 0.1 : 0.9) }
    #expect(ReliabilityBin.equalMass(units).map(\.count) == [7, 3])
  }

  @Test func whatIsNoProbabilityHasNoBins() {
    let units = [unit(0, true, score: 0.5), unit(1, false, score: 1.5)]
    #expect(ReliabilityBin.equalWidth(units).isEmpty)
    #expect(ReliabilityBin.equalMass(units).isEmpty)
    #expect(ReliabilityBin.equalMass([unit(0, true, score: .nan)]).isEmpty)
    #expect(ReliabilityBin.calibrationError(of: []) == nil)
  }
}

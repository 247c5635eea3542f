import Statistics
import Testing

@testable import Detection

@Suite struct FeatureBinsTests {
  private static func bins(_ values: [Double], maximum: Int) -> FeatureBins {
    var matrix = FeatureMatrix(columns: 1)
    for value in values { matrix.append([value].span) }
    return FeatureBins(matrix, maximum: maximum)
  }

  @Test func fewValuesHaveABinEach() {
    let bins = Self.bins([1, 1, 1, 2, 2, 2, 2, 5, 5, 5], maximum: 255)
    #expect(bins.bounds == [[1.5, 3.5]])
    #expect([0, 1, 1.5, 1.6, 3.5, 4, 9].map { bins.bin($0, feature: 0) } == [0, 0, 0, 1, 1, 2, 2])
  }

  @Test func rareValuesAreJoined() {
    #expect(Self.bins([1, 2, 3, 4, 5, 6], maximum: 255).bounds == [[3.5]])
    #expect(Self.bins([7, 7, 7], maximum: 255).bounds == [[]])
  }

  @Test(arguments: [UInt64(1), 2, 3], [2, 15, 63, 255])
  func manyValuesFillBinsEvenly(_ seed: UInt64, maximum: Int) {
    var random = CounterRandom(seed: seed, stream: 0)
    let values = (0..<5000).map { _ in random.unit() * random.unit() }
    let bins = Self.bins(values, maximum: maximum)
    #expect(bins.bounds[0] == bins.bounds[0].sorted())
    #expect(bins.bounds[0].count == maximum - 1, "seed \(seed)")
    var counts: [UInt8: Int] = [:]
    for value in values { counts[bins.bin(value, feature: 0), default: 0] += 1 }
    let fair = 5000 / maximum
    #expect(counts.values.allSatisfy { $0 >= fair - 1 && $0 <= fair + 2 }, "seed \(seed)")
  }

  @Test func aFrequentValueHasItsOwnBin() {
    let values = [Double](repeating: 0, count: 500) + (1...500).map(Double.init)
    let bins = Self.bins(values, maximum: 20)
    #expect(bins.bounds[0].first == 0.5)
    #expect(bins.bounds[0].count == 19)
  }

  @Test func neighboursOfTheLastDigitAreToldApart() {
    let low = 1.0
    let bins = Self.bins([low, low, low, low.nextUp, low.nextUp, low.nextUp], maximum: 255)
    #expect(bins.bin(low, feature: 0) == 0)
    #expect(bins.bin(low.nextUp, feature: 0) == 1)
  }
}

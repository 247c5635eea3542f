import Benchmarking
import Testing

@Suite struct LogLogSlopeTests {
  /// Sizes that grow by 4, costs by a power of 4.
  @Test(arguments: [(exponent: 0.0, factor: 1.0), (0.5, 2), (1, 4), (2, 16)])
  func powersAreFound(_ exponent: Double, _ factor: Double) throws {
    var point = (size: 1000.0, cost: 3.0)
    var points = [point]
    for _ in 0..<4 {
      point = (point.size * 4, point.cost * factor)
      points.append(point)
    }
    #expect(abs(try #require(LogLogSlope.of(points)) - exponent) < 1e-12)
  }

  @Test func whatHasNoSlopeGivesNone() {
    #expect(LogLogSlope.of([]) == nil)
    #expect(LogLogSlope.of([(10, 1)]) == nil)
    #expect(LogLogSlope.of([(10, 1), (10, 2)]) == nil)
    #expect(LogLogSlope.of([(10, 0), (100, 2)]) == nil)
    #expect(LogLogSlope.of([(0, 1), (100, 2)]) == nil)
    #expect(LogLogSlope.of([(10, 1), (100, .nan)]) == nil)
  }
}

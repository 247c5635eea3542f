import Testing

@testable import Evaluation

struct ResampledValuesTests {
  private func interval(_ values: [Double?]) -> (low: Double?, high: Double?) {
    var samples = ResampledValues(capacity: values.count)
    for value in values { samples.append(value) }
    return samples.interval(0.95)
  }

  @Test func theMiddle95PerCent() {
    let (low, high) = interval((0...1000).reversed().map(Double.init))
    #expect(isClose(low, 25) && isClose(high, 975))
  }

  @Test func undefinedResamplesAreLeftOutUnlessTheyAreHalf() {
    #expect(interval([1, nil, 1]).low == 1)
    #expect(interval([1, nil]).low == nil)
    #expect(interval([]).high == nil)
  }

  @Test func infinityIsAnOpenEnd() {
    let (low, high) = interval(
      [Double](repeating: 3, count: 90) + [.infinity, .infinity, .infinity])
    #expect(low == 3 && high == nil)
  }
}

import Statistics
import Testing

@testable import Benchmarking

struct LatencyHistogramTests {
  @Test func bucketsAreAtMostOnePerCentWide() {
    var last = -1
    for value in [0, 1, 127, 128, 129, 255, 256, 1000, 12_345, 1 << 20, (1 << 30) + 7, 1 << 39] {
      let bucket = LatencyHistogram.bucket(of: value)
      let bounds = LatencyHistogram.bounds(ofBucket: bucket)
      #expect(bounds.contains(value))
      #expect(bucket > last)
      #expect(Double(bounds.count - 1) <= 0.01 * Double(max(bounds.lowerBound, 1)))
      last = bucket
    }
  }

  @Test func bucketsLeaveNoGap() {
    for bucket in 0..<LatencyHistogram.bucket(of: LatencyHistogram.maximumNanoseconds) {
      let (here, next) = (
        LatencyHistogram.bounds(ofBucket: bucket), LatencyHistogram.bounds(ofBucket: bucket + 1)
      )
      #expect(here.upperBound + 1 == next.lowerBound)
    }
  }

  @Test(arguments: 0..<10) func percentilesAgreeWithASort(seed: Int) {
    var random = CounterRandom(seed: UInt64(seed), stream: 0)
    let samples = (0..<997).map { _ in random.below(1 << (4 + random.below(25))) }
    var histogram = LatencyHistogram()
    for sample in samples { histogram.record(sample) }
    let sorted = samples.sorted()
    for percentile in [0, 1, 50, 90, 99, 99.9, 100] {
      let rank = max(1, Int((percentile / 100 * 997).rounded(.up)))
      let (exact, ours) = (sorted[rank - 1], histogram.value(atPercentile: percentile) ?? -1)
      #expect(exact <= ours && Double(ours) <= Double(exact) * 1.01, "seed \(seed)")
    }
    #expect(histogram.maximum == sorted.last)
  }

  @Test(arguments: 0..<5) func mergingIsRecordingBoth(seed: Int) {
    var random = CounterRandom(seed: UInt64(seed), stream: 1)
    var (first, second, both) = (LatencyHistogram(), LatencyHistogram(), LatencyHistogram())
    for index in 0..<300 {
      let sample = random.below(1_000_000)
      both.record(sample)
      if index % 3 == 0 { first.record(sample) } else { second.record(sample) }
    }
    first.merge(second)
    #expect(first == both, "seed \(seed)")
  }

  @Test func storedBucketsComeBack() {
    var histogram = LatencyHistogram()
    for sample in [3, 3, 500, 70_000] { histogram.record(sample) }
    let stored = histogram.counts.enumerated().filter { $0.element > 0 }
      .map { (index: $0.offset, count: $0.element) }
    #expect(LatencyHistogram(buckets: stored, maximum: histogram.maximum) == histogram)
    let broken = LatencyHistogram(
      buckets: [(index: -1, count: 4), (index: 1 << 30, count: 4)], maximum: 0)
    #expect(broken == LatencyHistogram())
  }

  @Test func noSampleHasNoPercentile() {
    #expect(LatencyHistogram().value(atPercentile: 50) == nil)
  }

  @Test func durationsOutsideTheRangeCountAtItsEnds() {
    var histogram = LatencyHistogram()
    histogram.record(-5)
    histogram.record(.max)
    #expect(histogram.count == 2)
    #expect(histogram.value(atPercentile: 1) == 0)
    #expect(histogram.maximum == .max)
  }
}

extension LatencyHistogramTests {
  @Test func theDeviationIsThatOfTheSamples() {
    var histogram = LatencyHistogram()
    #expect(histogram.medianAbsoluteDeviation == nil)
    for value in [10, 12, 13, 15, 90] { histogram.record(value) }
    // Distances from 13: 3, 1, 0, 2, 77.
    #expect(histogram.medianAbsoluteDeviation == 2)
    histogram = LatencyHistogram()
    for _ in 0..<5 { histogram.record(40) }
    #expect(histogram.medianAbsoluteDeviation == 0)
    // In one wide bucket too, wherever in it the samples stand.
    histogram = LatencyHistogram()
    histogram.record(116_963_404)
    #expect(histogram.medianAbsoluteDeviation == 0)
  }
}

import Benchmarking
import Statistics

/// Nanoseconds of single decisions, block by block.
final class LatencyLog {
  /// One histogram per sample, those of the warm-up first.
  var histograms: [LatencyHistogram] = []
}

/// Medians of single decisions that a peer reported itself, block by block.
final class PeerLog {
  /// What the peer is called, and what the ratio to it must be.
  let name: String
  let target: PerformanceTarget
  /// Nanoseconds, one per sample, those of the warm-up first.
  var medians: [Double] = []

  init(_ name: String, _ target: PerformanceTarget) { (self.name, self.target) = (name, target) }
}

/// The lines made of the latencies of one detector.
struct LatencyFigures {
  var name: String
  var log: LatencyLog
  var peers: [PeerLog]

  /// p50, p99, p99.9 and the longest of all samples together; ratios block by block.
  func lines(skipping warmUp: Int) -> [MeasurementLine] {
    let histograms = log.histograms.dropFirst(warmUp)
    var all = LatencyHistogram()
    for histogram in histograms { all.merge(histogram) }
    func line(
      _ label: String, percentile: Double, _ comparisons: [MeasurementLine.Comparison] = [],
      times: LatencyHistogram? = nil
    ) -> MeasurementLine? {
      let samples = histograms.compactMap { $0.value(atPercentile: percentile).map(Double.init) }
      guard
        let value = all.value(atPercentile: percentile),
        let median = OrderStatistics.median(samples),
        let deviation = OrderStatistics.medianAbsoluteDeviation(samples), median > 0
      else { return nil }
      return MeasurementLine(
        name: "decide, \(name), \(label)", value: Double(value), unit: "ns",
        deviation: deviation / median, comparisons: comparisons, times: times)
    }
    return [
      line(
        "p50", percentile: 50, peers.compactMap { comparison($0, Array(histograms), warmUp) },
        times: all),
      line("p99", percentile: 99, tailComparison(Array(histograms))),
      line("p99.9", percentile: 99.9), line("longest", percentile: 100),
    ].compactMap { $0 }
  }

  private func comparison(
    _ peer: PeerLog, _ histograms: [LatencyHistogram], _ warmUp: Int
  ) -> MeasurementLine.Comparison? {
    let ratios = zip(peer.medians.dropFirst(warmUp), histograms).compactMap { theirs, ours in
      ours.value(atPercentile: 50).flatMap { $0 > 0 ? theirs / Double($0) : nil }
    }
    return ComparisonResult.Ratio(ratios).map {
      .init(against: peer.name, ratio: $0, target: peer.target)
    }
  }

  private func tailComparison(_ histograms: [LatencyHistogram]) -> [MeasurementLine.Comparison] {
    let ratios = histograms.compactMap { histogram -> Double? in
      guard
        let middle = histogram.value(atPercentile: 50), middle > 0,
        let tail = histogram.value(atPercentile: 99)
      else { return nil }
      return Double(tail) / Double(middle)
    }
    return ComparisonResult.Ratio(ratios).map {
      [.init(against: "its own p50", ratio: $0, target: .atMost(8, stretch: 4))]
    } ?? []
  }
}

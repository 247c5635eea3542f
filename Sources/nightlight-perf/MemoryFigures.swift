import Benchmarking
import Statistics

/// Peak memory of training, ours and a peer's, each in processes of their own, block by block.
final class MemoryLog {
  /// Bytes, one per sample, those of the warm-up first.
  var own: [Double] = []
  /// Bytes, one per sample, those of the warm-up first.
  var peer: [Double] = []
}

/// The line made of peaks.
struct MemoryFigures {
  var name: String
  var against: String
  var log: MemoryLog
  var target: PerformanceTarget

  /// The median peak, and its share of the peer's.
  func lines(skipping warmUp: Int) -> [MeasurementLine] {
    let own = Array(log.own.dropFirst(warmUp))
    let peer = Array(log.peer.dropFirst(warmUp))
    guard let median = OrderStatistics.median(own), median > 0,
      let deviation = OrderStatistics.medianAbsoluteDeviation(own)
    else { return [] }
    let ratio = ComparisonResult.Ratio(zip(own, peer).map { $0 / $1 })
    return [
      MeasurementLine(
        name: name, value: median / 1e6, unit: "MB", deviation: deviation / median,
        comparisons: ratio.map { [.init(against: against, ratio: $0, target: target)] } ?? [])
    ]
  }
}

import Benchmarking

/// One figure with its spread, and what it is compared with.
struct MeasurementLine {
  /// A ratio; above 1 where Nightlight is faster, unless its target says that it should be small.
  struct Comparison {
    var against: String
    var ratio: ComparisonResult.Ratio
    var target: PerformanceTarget?
    /// Whether the median ratio meets the gate; nil without a target.
    var meetsGate: Bool? { target.map { $0.meetsGate(ratio.median) } }
    /// Whether the median ratio meets the stretch; nil without a target.
    var meetsStretch: Bool? { target.map { $0.meetsStretch(ratio.median) } }
  }

  var name: String
  var value: Double
  var unit: String
  /// The median absolute deviation of the times as a share of their median.
  var deviation: Double
  var comparisons: [Comparison]
  /// The single times in nanoseconds; nil for what is no time.
  var times: LatencyHistogram?
}

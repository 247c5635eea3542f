import Benchmarking

/// What a ratio must be for the workbench to be as fast as it promises.
enum Gate: Equatable {
  case atLeast(Double)
  case atMost(Double)

  func isMet(by ratio: Double) -> Bool {
    switch self {
    case .atLeast(let bound): ratio >= bound
    case .atMost(let bound): ratio <= bound
    }
  }
}

/// One figure with its spread, and what it is compared with.
struct MeasurementLine {
  /// A ratio; above 1 where Nightlight is faster.
  struct Comparison {
    var against: String
    var ratio: ComparisonResult.Ratio
    var gate: Gate?
    /// Whether the gate is met by the median ratio; nil without a gate.
    var isMet: Bool? { gate.map { $0.isMet(by: ratio.median) } }
  }

  var name: String
  var value: Double
  var unit: String
  /// The median absolute deviation of the times as a share of their median.
  var deviation: Double
  var comparisons: [Comparison]
}

import Glibc

/// How a cost grows with the size of its input: the exponent b of cost = a · size^b.
///
/// ```swift
/// LogLogSlope.of([(1_000, 2), (10_000, 20), (100_000, 200)])  // 1: linear
/// LogLogSlope.of([(10, 1), (100, 100)])                       // 2: quadratic
/// ```
public enum LogLogSlope {
  /// The least-squares slope of log cost over log size; nil without two different sizes, or where a
  /// size or cost is not positive and finite. O(points).
  public static func of(_ points: [(size: Double, cost: Double)]) -> Double? {
    guard
      points.allSatisfy({ $0.size > 0 && $0.cost > 0 && $0.size < .infinity && $0.cost < .infinity }
      )
    else { return nil }
    let logs = points.map { (x: log($0.size), y: log($0.cost)) }
    let count = Double(logs.count)
    let (meanX, meanY) = (
      logs.reduce(0) { $0 + $1.x } / count, logs.reduce(0) { $0 + $1.y } / count
    )
    let spread = logs.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) }
    guard spread > 0 else { return nil }
    return logs.reduce(0) { $0 + ($1.x - meanX) * ($1.y - meanY) } / spread
  }
}

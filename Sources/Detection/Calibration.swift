/// Platt scaling: the probability of a raw margin m is 1 / (1 + e^−(slope · m + intercept)).
///
/// Platt 1999; fitted by the Newton method of Lin, Lin, Weng 2007 (doi:10.1007/s10994-007-5018-6)
/// with its smoothed targets. The slope is kept above 0, so that a probability rises with the margin
/// whatever the fit says.
public struct Calibration: Sendable, Equatable {
  /// How fast the log-odds rise with the margin; above 0.
  public var slope: Double
  /// The log-odds at margin 0.
  public var intercept: Double

  /// A given calibration.
  public init(slope: Double, intercept: Double) {
    (self.slope, self.intercept) = (slope, intercept)
  }

  /// The calibrated probability, in 0…1 and never NaN for a finite margin.
  @inline(__always) public func probability(_ margin: Double) -> Double {
    Elementary.logistic(slope * margin + intercept)
  }

  /// Fits on margins and their classes. Both classes must occur; without spread among the margins
  /// every probability is the smoothed share of positives. O(iterations · count).
  public init(margins: [Double], isPositive: [Bool]) {
    precondition(margins.count == isPositive.count, "a margin for every class")
    let positives = Double(isPositive.count { $0 })
    let negatives = Double(isPositive.count) - positives
    let count = max(1, positives + negatives)
    let mean = margins.reduce(0, +) / count
    let variance = margins.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let deviation = variance > 0 ? variance.squareRoot() : 1
    let high = (positives + 1) / (positives + 2)
    let low = 1 / (negatives + 2)
    // Standardised margins keep Newton's matrix well conditioned whatever the detector's scale.
    let scaled = margins.map { ($0 - mean) / deviation }
    let targets = isPositive.map { $0 ? high : low }
    let prior = Elementary.log((positives + 1) / (negatives + 1))
    var (a, b) = Self.newton(scaled, targets, start: prior)
    let least = 1e-3
    if !(a > least) { (a, b) = (least, prior) }
    slope = a / deviation
    intercept = b - a * mean / deviation
  }

  /// Smallest cross-entropy of logistic(a·x + b) against the targets.
  private static func newton(
    _ x: [Double], _ targets: [Double], start: Double
  ) -> (a: Double, b: Double) {
    func loss(_ a: Double, _ b: Double) -> Double {
      var sum = 0.0
      for i in x.indices {
        let z = a * x[i] + b
        sum += Elementary.softplus(z) - targets[i] * z
      }
      return sum
    }
    var (a, b) = (0.0, start)
    var current = loss(a, b)
    for _ in 0..<100 {
      var (ga, gb, haa, hab, hbb) = (0.0, 0.0, 1e-12, 0.0, 1e-12)
      for i in x.indices {
        let p = Elementary.logistic(a * x[i] + b)
        let (error, weight) = (p - targets[i], p * (1 - p))
        ga += error * x[i]
        gb += error
        haa += weight * x[i] * x[i]
        hab += weight * x[i]
        hbb += weight
      }
      if max(ga.magnitude, gb.magnitude) < 1e-10 * Double(max(1, x.count)) { break }
      let determinant = haa * hbb - hab * hab
      let (da, db) = (-(hbb * ga - hab * gb) / determinant, -(haa * gb - hab * ga) / determinant)
      var step = 1.0
      while step > 1e-10 {
        let next = loss(a + step * da, b + step * db)
        if next < current + 1e-4 * step * (ga * da + gb * db) {
          (a, b, current) = (a + step * da, b + step * db, next)
          break
        }
        step /= 2
      }
      if step <= 1e-10 { break }
    }
    return (a, b)
  }
}

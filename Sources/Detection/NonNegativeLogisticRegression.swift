/// Logistic regression on a few dense features whose weights may not fall below 0, with a free
/// bias: a vote in which nobody counts against his own word.
///
/// Smallest ½‖w − centre‖² + C Σ ln(1 + e^(−y (w·x + b))) with w ≥ 0, by Newton's method: each step
/// is the minimum of the quadratic model within the bounds, found by coordinate descent, then
/// shortened until the objective falls. Breiman 1996, doi:10.1007/BF00117832, found that stacking needs the
/// bounds: members say nearly the same, and free weights of opposite signs fit noise.
struct NonNegativeLogisticRegression {
  private(set) var weights: [Double]
  private(set) var bias: Double

  /// - Parameters:
  ///   - rows: one vector per example, all of the same length.
  ///   - isPositive: the classes. Where one is missing the weights are the centre and the bias is
  ///     the smoothed log-odds of the share, since no finite fit exists.
  ///   - c: the weight of the examples against the penalty, above 0.
  ///   - centre: what the penalty draws every weight to, at least 0.
  init(_ rows: [[Double]], isPositive: [Bool], c: Double, centre: Double = 0) {
    let count = (rows.first?.count ?? 0) + 1
    let positives = isPositive.count { $0 }
    // The last place is the bias.
    var w = [Double](repeating: centre, count: count)
    w[count - 1] = Elementary.log(
      (Double(positives) + 1) / (Double(isPositive.count - positives) + 1))
    let canFit = positives > 0 && positives < isPositive.count
    var current = Self.objective(w, rows, isPositive, c, centre)
    for _ in 0..<(canFit ? 100 : 0) {
      let (gradient, hessian) = Self.slopes(w, rows, isPositive, c, centre)
      let step = Self.boundedStep(w, gradient, hessian)
      let descent = zip(gradient, step).reduce(0) { $0 + $1.0 * $1.1 }
      guard descent < -1e-13 * max(1, current) else { break }
      var length = 1.0
      var (next, value) = (w, current)
      repeat {
        next = zip(w, step).map { $0 + length * $1 }
        value = Self.objective(next, rows, isPositive, c, centre)
        length /= 2
      } while value > current + 2e-4 * length * descent && length > 1e-10
      guard value < current else { break }
      (w, current) = (next, value)
    }
    bias = w.removeLast()
    weights = w
  }

  private static func objective(
    _ w: [Double], _ rows: [[Double]], _ isPositive: [Bool], _ c: Double, _ centre: Double
  ) -> Double {
    let last = w.count - 1
    var loss = 0.0
    for (index, row) in rows.enumerated() {
      var z = w[last]
      for i in 0..<last { z += w[i] * row[i] }
      loss += Elementary.softplus(isPositive[index] ? -z : z)
    }
    var penalty = 0.0
    for i in 0..<last { penalty += (w[i] - centre) * (w[i] - centre) }
    return penalty / 2 + c * loss
  }

  /// The gradient, and the Hessian row by row.
  private static func slopes(
    _ w: [Double], _ rows: [[Double]], _ isPositive: [Bool], _ c: Double, _ centre: Double
  ) -> (gradient: [Double], hessian: [Double]) {
    let count = w.count
    let last = count - 1
    var gradient = w.map { $0 - centre }
    gradient[last] = 0
    var hessian = [Double](repeating: 0, count: count * count)
    for i in 0..<last { hessian[i * count + i] = 1 }
    hessian[last * count + last] = 1e-9
    var x = [Double](repeating: 1, count: count)
    for (index, row) in rows.enumerated() {
      var z = w[last]
      for i in 0..<last {
        x[i] = row[i]
        z += w[i] * x[i]
      }
      let p = Elementary.logistic(z)
      let (error, curvature) = (c * (p - (isPositive[index] ? 1 : 0)), c * p * (1 - p))
      for i in 0..<count {
        gradient[i] += error * x[i]
        let scaled = curvature * x[i]
        for j in 0..<count { hessian[i * count + j] += scaled * x[j] }
      }
    }
    return (gradient, hessian)
  }

  /// The d that makes g·d + ½ dᵀHd smallest with w + d ≥ 0 but for the bias.
  private static func boundedStep(
    _ w: [Double], _ gradient: [Double], _ hessian: [Double]
  ) -> [Double] {
    let count = w.count
    var step = [Double](repeating: 0, count: count)
    for _ in 0..<2000 {
      var largest = 0.0
      for i in 0..<count {
        var slope = gradient[i]
        for j in 0..<count { slope += hessian[i * count + j] * step[j] }
        var wanted = step[i] - slope / hessian[i * count + i]
        if i < count - 1 { wanted = max(wanted, -w[i]) }
        largest = max(largest, (wanted - step[i]).magnitude)
        step[i] = wanted
      }
      if largest < 1e-12 { break }
    }
    return step
  }
}

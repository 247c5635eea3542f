/// Logistic regression on a few dense features with an unregularised bias, by Newton's method.
///
/// Smallest ½‖w‖² + C Σ ln(1 + e^(−y (w·x + b))): `sklearn.linear_model.LogisticRegression(C)`.
struct SmallLogisticRegression {
  private(set) var weights: [Double]
  private(set) var bias: Double

  /// - Parameters:
  ///   - rows: one vector per example, all of the same length.
  ///   - isPositive: the classes; both must occur.
  init(_ rows: [[Double]], isPositive: [Bool], c: Double) {
    let count = (rows.first?.count ?? 0) + 1
    var w = [Double](repeating: 0, count: count)
    for _ in 0..<50 {
      // Gradient and Hessian; the last place is the bias.
      var gradient = w
      gradient[count - 1] = 0
      var hessian = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
      for index in 0..<(count - 1) { hessian[index][index] = 1 }
      for (row, positive) in zip(rows, isPositive) {
        let x = row + [1]
        let z = zip(w, x).reduce(0) { $0 + $1.0 * $1.1 }
        let p = Elementary.logistic(z)
        let (error, curvature) = (c * (p - (positive ? 1 : 0)), c * p * (1 - p))
        for i in 0..<count {
          gradient[i] += error * x[i]
          for j in 0...i { hessian[i][j] += curvature * x[i] * x[j] }
        }
      }
      hessian[count - 1][count - 1] += 1e-9
      let step = Self.solve(hessian, gradient)
      var largest = 0.0
      for index in 0..<count {
        w[index] -= step[index]
        largest = max(largest, step[index].magnitude)
      }
      if largest < 1e-10 { break }
    }
    bias = w.removeLast()
    weights = w
  }

  /// Solves a positive definite system given by its lower triangle (Cholesky).
  static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    let n = right.count
    var l = matrix
    for i in 0..<n {
      for j in 0...i {
        var sum = l[i][j]
        for k in 0..<j { sum -= l[i][k] * l[j][k] }
        l[i][j] = i == j ? max(sum, 1e-12).squareRoot() : sum / l[j][j]
      }
    }
    var x = right
    for i in 0..<n {
      for k in 0..<i { x[i] -= l[i][k] * x[k] }
      x[i] /= l[i][i]
    }
    for i in stride(from: n - 1, through: 0, by: -1) {
      for k in (i + 1)..<max(i + 1, n) { x[i] -= l[k][i] * x[k] }
      x[i] /= l[i][i]
    }
    return x
  }
}

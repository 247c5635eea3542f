import Glibc

/// One labelled row of a sparse matrix.
struct SparseRow {
  var values: [(index: Int, value: Double)]
  /// +1 or −1.
  var label: Double

  init(_ values: [(index: Int, value: Double)], isPositive: Bool) {
    (self.values, label) = (values, isPositive ? 1 : -1)
  }

  func dot(_ weights: [Double]) -> Double {
    var sum = 0.0
    for (index, value) in values { sum += weights[index] * value }
    return sum
  }
}

/// L2-regularised logistic regression, ½‖w‖² + C Σ ln(1 + e^(−y·f)), by Newton's method with
/// conjugate gradients (Lin, Weng, Keerthi 2008); the intercept is not penalised.
struct LogisticFit {
  private(set) var weights: [Double]
  private(set) var bias = 0.0

  /// Fits until the gradient has shrunk by 10⁻⁶, at most 50 steps.
  init(_ rows: [SparseRow], features: Int, cost: Double) {
    // The intercept is the last coordinate; everything else is penalised.
    var w = [Double](repeating: 0, count: features + 1)
    var objective = Self.objective(rows, w, cost)
    var first: Double?
    for _ in 0..<50 {
      let (gradient, curvature) = Self.derivatives(rows, w, cost)
      let norm = Self.dot(gradient, gradient).squareRoot()
      if norm <= 1e-6 * (first ?? norm) || norm == 0 { break }
      first = first ?? norm
      let step = Self.solve(rows, curvature, gradient, cost, tolerance: 0.1 * norm)
      // Halve the step until the objective falls enough (Armijo).
      var size = 1.0
      let slope = Self.dot(gradient, step)
      while size > 1e-10 {
        let candidate = zip(w, step).map { $0 + size * $1 }
        let value = Self.objective(rows, candidate, cost)
        if value <= objective + 1e-4 * size * slope {
          (w, objective) = (candidate, value)
          break
        }
        size /= 2
      }
      if size <= 1e-10 { break }
    }
    bias = w.removeLast()
    weights = w
  }

  /// 1 / (1 + e^(−margin)).
  static func probability(_ margin: Double) -> Double { 1 / (1 + exp(-margin)) }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
  }

  private static func margin(_ row: SparseRow, _ w: [Double]) -> Double {
    row.dot(w) + w[w.count - 1]
  }

  private static func penalty(_ w: [Double]) -> Double {
    let bias = w[w.count - 1]
    return (dot(w, w) - bias * bias) / 2
  }

  static func objective(_ rows: [SparseRow], _ w: [Double], _ cost: Double) -> Double {
    rows.reduce(penalty(w)) { sum, row in
      let z = row.label * margin(row, w)
      return sum + cost * (z > 0 ? log1p(exp(-z)) : -z + log1p(exp(z)))
    }
  }

  /// The gradient, and per row the weight p·(1 − p)·C of the Hessian.
  private static func derivatives(
    _ rows: [SparseRow], _ w: [Double], _ cost: Double
  ) -> (gradient: [Double], curvature: [Double]) {
    var gradient = w
    gradient[w.count - 1] = 0
    var curvature: [Double] = []
    for row in rows {
      let p = probability(margin(row, w))
      let error = cost * (p - (row.label > 0 ? 1 : 0))
      for (index, value) in row.values { gradient[index] += error * value }
      gradient[w.count - 1] += error
      curvature.append(cost * p * (1 - p))
    }
    return (gradient, curvature)
  }

  /// Conjugate gradients on H·s = −g.
  private static func solve(
    _ rows: [SparseRow], _ curvature: [Double], _ gradient: [Double], _ cost: Double,
    tolerance: Double
  ) -> [Double] {
    var step = [Double](repeating: 0, count: gradient.count)
    var residual = gradient.map { -$0 }
    var direction = residual
    var square = dot(residual, residual)
    for _ in 0..<200 where square.squareRoot() > tolerance {
      let product = hessian(rows, curvature, direction)
      let bend = dot(direction, product)
      guard bend > 0 else { break }
      let alpha = square / bend
      for index in step.indices {
        step[index] += alpha * direction[index]
        residual[index] -= alpha * product[index]
      }
      let next = dot(residual, residual)
      let beta = next / square
      square = next
      for index in direction.indices {
        direction[index] = residual[index] + beta * direction[index]
      }
    }
    return step
  }

  private static func hessian(
    _ rows: [SparseRow], _ curvature: [Double], _ direction: [Double]
  ) -> [Double] {
    var product = direction
    product[direction.count - 1] = 0
    for (row, weight) in zip(rows, curvature) {
      let value = weight * margin(row, direction)
      for (index, entry) in row.values { product[index] += value * entry }
      product[direction.count - 1] += value
    }
    return product
  }
}

import Statistics

/// Fits a linear model by dual coordinate descent: the objectives of LIBLINEAR,
/// ½‖w‖² + C Σ loss(y · w·x), where the bias is the weight of a feature that is always 1.
///
/// - squared hinge: Hsieh, Chang, Lin, Keerthi, Sundararajan 2008 (doi:10.1145/1390156.1390208),
///   with its shrinking. `sklearn.svm.LinearSVC(C)`.
/// - logistic: Yu, Huang, Lin 2011 (doi:10.1007/s10994-010-5221-8).
///   `sklearn.linear_model.LogisticRegression(solver="liblinear")`.
///
/// The descent ends when the gap between the primal and the dual objective is at most `tolerance`
/// of the primal: then no weights have an objective lower by more than that share.
struct DualCoordinateDescent {
  enum Loss: Sendable { case squaredHinge, logistic }

  /// The weights and how good they are.
  struct Solution {
    /// One per feature of the problem, and the bias at the end.
    var weights: [Double]
    var objective: Double
    /// (primal − dual) / primal.
    var gap: Double
    var epochs: Int
  }

  let loss: Loss
  let c: Double
  let tolerance: Double
  var maximumEpochs = 1000

  /// Fits on `problem`, rows visited in an order drawn anew in each epoch from `seed`.
  func solve(
    _ problem: LinearProblem, seed: UInt64, checkpoint: () throws -> Void = {}
  ) rethrows -> Solution {
    var weights = [Double](repeating: 0, count: problem.featureCount + 1)
    let count = problem.rowCount
    var alpha = [Double](repeating: loss == .logistic ? min(0.001 * c, 1e-8) : 0, count: count)
    var squares = [Double](repeating: 0, count: count)
    for row in 0..<count {
      for entry in problem.starts[row]..<problem.starts[row + 1] {
        squares[row] += Double(problem.values[entry]) * Double(problem.values[entry])
      }
      if loss == .logistic { Self.add(alpha[row] * problem.signs[row], problem, row, &weights) }
    }
    var random = CounterRandom(seed: seed, stream: UInt64(count), purpose: 0x6463_64)
    var pass = Pass(order: Array(0..<count))
    var epoch = 0
    var check = 1
    while true {
      try checkpoint()
      epoch += 1
      pass.shuffle(&random)
      switch loss {
      case .squaredHinge: squaredHinge(problem, squares, &alpha, &weights, &pass)
      case .logistic: logistic(problem, squares, &alpha, &weights, &pass)
      }
      guard epoch == check || epoch >= maximumEpochs else { continue }
      let (primal, dual) = objectives(problem, alpha, weights)
      let gap = primal > 0 ? (primal - dual) / primal : 0
      if gap <= tolerance || epoch >= maximumEpochs {
        return Solution(weights: weights, objective: primal, gap: gap, epochs: epoch)
      }
      // The closer, the sooner the next look; everything that was shrunk is looked at again.
      check = epoch + (gap > 100 * tolerance ? 3 : gap > 4 * tolerance ? 2 : 1)
      if pass.active < count, pass.isSettled { pass.restore() }
    }
  }

  /// The state of the epochs: which rows are looked at and in which order.
  struct Pass {
    var order: [Int]
    /// Rows beyond this place in `order` are shrunk.
    var active: Int
    var upper = Double.infinity
    var isSettled = false
    var innerTolerance = 1e-2

    init(order: [Int]) { (self.order, active) = (order, order.count) }

    mutating func shuffle(_ random: inout CounterRandom) {
      for place in 0..<active { order.swapAt(place, place + random.below(active - place)) }
    }

    mutating func restore() { (active, upper, isSettled) = (order.count, .infinity, false) }
  }

  private func squaredHinge(
    _ problem: LinearProblem, _ squares: [Double], _ alpha: inout [Double],
    _ weights: inout [Double], _ pass: inout Pass
  ) {
    let diagonal = 0.5 / c
    var (largest, smallest) = (-Double.infinity, Double.infinity)
    var place = 0
    while place < pass.active {
      let row = pass.order[place]
      let sign = problem.signs[row]
      let gradient = sign * Self.dot(problem, row, weights.span) - 1 + diagonal * alpha[row]
      var projected = gradient
      if alpha[row] == 0 {
        if gradient > pass.upper {
          pass.active -= 1
          pass.order.swapAt(place, pass.active)
          continue
        }
        projected = min(0, gradient)
      }
      place += 1
      largest = max(largest, projected)
      smallest = min(smallest, projected)
      if projected.magnitude > 1e-12 {
        let old = alpha[row]
        let new = max(0, old - gradient / (squares[row] + diagonal))
        alpha[row] = new
        Self.add((new - old) * sign, problem, row, &weights)
      }
    }
    pass.upper = largest <= 0 ? .infinity : largest
    pass.isSettled = largest - smallest < 0.1
  }

  private func logistic(
    _ problem: LinearProblem, _ squares: [Double], _ alpha: inout [Double],
    _ weights: inout [Double], _ pass: inout Pass
  ) {
    var steps = 0
    for row in pass.order {
      let sign = problem.signs[row]
      let (a, b) = (squares[row], sign * Self.dot(problem, row, weights.span))
      // Newton on the nearer of α and C − α, so that neither loses its digits.
      let other = c - alpha[row]
      let direction: Double = 0.5 * a * (other - alpha[row]) + b < 0 ? -1 : 1
      let old = direction > 0 ? alpha[row] : other
      var z = c - old < 0.5 * c ? 0.1 * old : old
      var slope = a * (z - old) + direction * b + Elementary.log(z / (c - z))
      var tries = 0
      while slope.magnitude >= pass.innerTolerance, tries <= 100 {
        let next = z - slope / (a + c / (c - z) / z)
        z = next <= 0 ? z * 0.1 : next
        slope = a * (z - old) + direction * b + Elementary.log(z / (c - z))
        tries += 1
      }
      guard tries > 0 else { continue }
      steps += tries
      alpha[row] = direction > 0 ? z : c - z
      Self.add(direction * (z - old) * sign, problem, row, &weights)
    }
    if steps <= pass.order.count / 10 {
      pass.innerTolerance = max(1e-10, pass.innerTolerance * 0.1)
    }
  }

  /// The primal and the dual objective, whose difference bounds the distance from the optimum.
  func objectives(
    _ problem: LinearProblem, _ alpha: [Double], _ weights: [Double]
  ) -> (primal: Double, dual: Double) {
    var norm = 0.0
    for weight in weights { norm += weight * weight }
    var (losses, dual) = (0.0, 0.0)
    for row in 0..<problem.rowCount {
      let margin = problem.signs[row] * Self.dot(problem, row, weights.span)
      let a = alpha[row]
      switch loss {
      case .squaredHinge:
        let slack = max(0, 1 - margin)
        losses += slack * slack
        dual += a - 0.25 / c * a * a
      case .logistic:
        losses += Elementary.softplus(-margin)
        dual += c * Elementary.log(c) - Self.entropy(a) - Self.entropy(c - a)
      }
    }
    return (0.5 * norm + c * losses, dual - 0.5 * norm)
  }

  private static func entropy(_ x: Double) -> Double { x > 0 ? x * Elementary.log(x) : 0 }

  /// w·x in four sums that do not wait for one another; their order is fixed.
  @inline(__always) private static func dot(
    _ problem: LinearProblem, _ row: Int, _ weights: Span<Double>
  ) -> Double {
    let (features, values) = (problem.features.span, problem.values.span)
    @inline(__always) func product(_ entry: Int) -> Double {
      weights[Int(features[entry])] * Double(values[entry])
    }
    var entry = problem.starts[row]
    let end = problem.starts[row + 1]
    var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
    while entry &+ 3 < end {
      a += product(entry)
      b += product(entry &+ 1)
      c += product(entry &+ 2)
      d += product(entry &+ 3)
      entry &+= 4
    }
    while entry < end {
      a += product(entry)
      entry &+= 1
    }
    return (a + b) + (c + d)
  }

  @inline(__always) private static func add(
    _ factor: Double, _ problem: LinearProblem, _ row: Int, _ weights: inout [Double]
  ) {
    let (features, values) = (problem.features.span, problem.values.span)
    var weights = weights.mutableSpan
    for entry in problem.starts[row]..<problem.starts[row + 1] {
      weights[Int(features[entry])] += factor * Double(values[entry])
    }
  }
}

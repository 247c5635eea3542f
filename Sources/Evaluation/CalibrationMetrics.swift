import Glibc

/// Whether scores are probabilities: Brier score, log-loss, expected calibration error.
///
/// With q the score and y the class (1 = grooming):
///
/// - `brier` = mean (q − y)² (Brier 1950,
///   doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2);
/// - `log_loss` = −mean (y·ln q + (1−y)·ln(1−q)) (Good 1952,
///   doi:10.1111/j.2517-6161.1952.tb00104.x), q clipped to ε…1−ε with ε = 2⁻⁵² so that a
///   certain error costs 36 nats and not infinity;
/// - `ece` = Σ over ten equal bins of (share of conversations)·|mean q − share of grooming|, bins
///   [lo, hi) but the last closed (Naeini, Cooper, Hauskrecht 2015, doi:10.1609/aaai.v29i1.9602).
///
/// **Unit and range.** Over conversations; `brier` and `ece` in 0…1, `log_loss` in nats, 0…36.04;
/// all three are better when lower.
///
/// **Naming.** Log-loss is also cross-entropy. ECE is of the score as the chance of grooming, not
/// of the confidence in the more likely class.
///
/// **Comparison.** `brier` and `log_loss` agree with `brier_score_loss` and `log_loss` of
/// scikit-learn, which has no ECE: `calibration_curve(n_bins=10)` gives its bins, (lo, hi] there.
///
/// **Ties** do not matter. **Missing scores** are left out. **Empty**: nil without any score, or
/// where a score outside 0…1 says that scores are no probabilities; one class is enough.
struct CalibrationMetrics: MetricFamily {
  static let names = ["brier", "log_loss", "ece"]
  private static let binCount = 10
  private static let clip = 0x1p-52

  /// Indices of the conversations with a score.
  private let order: [Int]
  private let scores: [Double]
  private let isPositive: [Bool]
  private let squares: [Double]
  private let losses: [Double]
  private let bins: [Int]
  private let areProbabilities: Bool

  init(_ units: [EvaluatedConversation]) {
    let order = units.indices.filter { units[$0].usableScore != nil }
    let scores = order.compactMap { units[$0].usableScore }
    let isPositive = order.map { units[$0].isPositive }
    (self.order, self.scores, self.isPositive) = (order, scores, isPositive)
    areProbabilities = scores.allSatisfy { (0...1).contains($0) }
    guard areProbabilities else {
      (squares, losses, bins) = ([], [], [])
      return
    }
    squares = scores.indices.map { index in
      let error = scores[index] - (isPositive[index] ? 1 : 0)
      return error * error
    }
    losses = scores.indices.map { index in
      let q = min(max(scores[index], Self.clip), 1 - Self.clip)
      return -log(isPositive[index] ? q : 1 - q)
    }
    bins = scores.map(Self.bin)
  }

  func values(_ weights: [Int]) -> [WeightedMetric] {
    var (total, square, loss) = (0, 0.0, 0.0)
    var sums = InlineArray<10, Double>(repeating: 0)
    guard areProbabilities else {
      return Self.names.map { _ in WeightedMetric(nil, count: order.count) }
    }
    for index in order.indices {
      let weight = Double(weights[order[index]])
      total += weights[order[index]]
      square += weight * squares[index]
      loss += weight * losses[index]
      // Σ q − Σ y of a bin is its share times the difference of its means.
      sums[bins[index]] += weight * (scores[index] - (isPositive[index] ? 1 : 0))
    }
    guard total > 0 else { return Self.names.map { _ in WeightedMetric(nil, count: 0) } }
    var error = 0.0
    for bin in 0..<Self.binCount { error += abs(sums[bin]) }
    return [square, loss, error].map { WeightedMetric($0 / Double(total), count: total) }
  }

  /// The bin of a score; borders are the numbers k/10 as written, not as multiplied.
  static func bin(_ score: Double) -> Int {
    let guess = min(Int(score * Double(binCount)), binCount - 1)
    if guess + 1 < binCount, score >= Double(guess + 1) / Double(binCount) { return guess + 1 }
    return score < Double(guess) / Double(binCount) ? guess - 1 : guess
  }
}

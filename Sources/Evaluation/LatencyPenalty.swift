import Glibc

/// What a late alert costs: penalty(l) = −1 + 2/(1+e^{−p(l−1)}) = tanh(p(l−1)/2), 0 at the first
/// message and towards 1 (Sadeque, Xu, Bethard 2018, doi:10.1145/3159652.3159725). l counts the
/// messages of both sides of a conversation; scikit-learn has no such function.
///
/// ```swift
/// LatencyPenalty.espd.value(at: 90)  // 0.5
/// ```
public struct LatencyPenalty: Sendable, Equatable {
  /// The growth of the penalty per message.
  public let p: Double

  /// A penalty that grows by `p` per message.
  public init(p: Double) { self.p = p }

  /// p = ln 3/(m − 1), so that message m = 90 costs one half (Vogt, Leser, Akbik 2021,
  /// doi:10.18653/v1/2021.acl-long.386).
  public static let espd = LatencyPenalty(p: log(3.0) / 89)
  /// p = 0.0078, as the CLEF eRisk shared tasks use.
  public static let eRisk = LatencyPenalty(p: 0.0078)

  /// The penalty of an alert at message `latency` (1-based), in 0…1.
  public func value(at latency: Int) -> Double { tanh(p * Double(latency - 1) / 2) }

  /// 1 − the median of the penalties; 0 without an alert. O(n log n).
  ///
  /// ```swift
  /// LatencyPenalty.espd.speed(ofLatencies: [5, 20, 90])  // 0.88326…
  /// ```
  public func speed(ofLatencies latencies: [Int]) -> Double {
    let sorted = latencies.sorted()
    return WeightedMedian.value(of: sorted.map(value(at:)), weights: sorted.map { _ in 1 })
      .map { 1 - $0 } ?? 0
  }
}

/// The median of ascending values that stand several times each.
enum WeightedMedian {
  /// The middle value of the list in which value `k` stands `weights[k]` times, or the mean of the
  /// two middle ones; nil where all weights are 0. O(n).
  static func value(of sorted: [Double], weights: [Int]) -> Double? {
    middle(of: weights).map { (sorted[$0.low] + sorted[$0.high]) / 2 }
  }

  /// The positions of the two middle values (the same one for an odd total).
  static func middle(of weights: [Int]) -> (low: Int, high: Int)? {
    var total = 0
    for weight in weights { total += weight }
    guard total > 0 else { return nil }
    let (first, second) = ((total - 1) / 2, total / 2)
    var seen = 0
    var low: Int?
    for index in weights.indices {
      seen += weights[index]
      if low == nil, seen > first { low = index }
      if let low, seen > second { return (low, index) }
    }
    return nil
  }
}

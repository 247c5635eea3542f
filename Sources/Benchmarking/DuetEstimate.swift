import Glibc
import Statistics

/// How much longer one build took than another, from rounds in which both ran side by side with a
/// second process of the first one.
///
/// Every round starts fresh processes, so that what a process draws once for all its life (where
/// its memory lies) is drawn anew; rounds are what the interval counts. The second process of the
/// base learns what the machine makes of no change at all: the floor below which a change is not
/// told (Kalibera and Jones 2013, doi:10.1145/2464157.2464160, on where to replicate; Bulej et al.
/// 2020, doi:10.1145/3358960.3379132, on duets).
///
/// ```swift
/// let estimate = DuetEstimate(rounds)
/// estimate?.change   // 0.048: the head took 4.8 % longer
/// estimate?.floor    // 0.013
/// ```
public struct DuetEstimate: Sendable, Equatable {
  /// What one case took in one round: the logarithm of its fastest sample on each side, since others
  /// on the machine only ever add to a time.
  public struct Round: Sendable, Equatable {
    /// The base, its second process, and the head.
    public var base, control, head: Double

    /// The logarithms of times.
    public init(base: Double, control: Double, head: Double) {
      (self.base, self.control, self.head) = (base, control, head)
    }

    /// From the nanoseconds of the samples; nil where one has no sample, or a time is not positive.
    public init?(base: [Double], control: [Double], head: [Double]) {
      func fastest(_ times: [Double]) -> Double? {
        guard times.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
        return times.min().map(log)
      }
      guard let base = fastest(base), let control = fastest(control), let head = fastest(head)
      else { return nil }
      self.init(base: base, control: control, head: head)
    }
  }

  /// The change as a share of the base: 0.05 is 5 % longer.
  public let change: Double
  /// The interval of the change at the confidence asked for.
  public let interval: ClosedRange<Double>
  /// The p-value of no change, not adjusted.
  public let p: Double
  /// What a change must exceed: the far end of the interval of the base against itself, and at
  /// least ``leastFloor``.
  public let floor: Double

  /// No change below 1 % is told.
  public static let leastFloor = 0.01
  /// The fewest rounds that give an estimate.
  public static let fewestRounds = 5

  /// The estimate of rounds; nil for fewer than ``fewestRounds``.
  ///
  /// The head is compared with the mean of both processes of the base, the base's second process
  /// with its first; both by 20 % trimmed means.
  ///
  /// - Parameter confidence: of both intervals.
  public init?(_ rounds: [Round], confidence: Double = 0.99) {
    guard rounds.count >= Self.fewestRounds,
      let effect = TrimmedMean(rounds.map { $0.head - ($0.base + $0.control) / 2 }),
      let null = TrimmedMean(rounds.map { $0.control - $0.base })
    else { return nil }
    change = exp(effect.mean) - 1
    let range = effect.interval(confidence: confidence)
    interval = (exp(range.lowerBound) - 1)...(exp(range.upperBound) - 1)
    p = effect.p
    let noise = null.interval(confidence: confidence)
    floor = max(Self.leastFloor, exp(max(-noise.lowerBound, noise.upperBound)) - 1)
  }

  /// Whether the head is slower, faster or neither, once `p` is adjusted for all cases of the run.
  public func verdict(adjustedP: Double, alpha: Double) -> FigureChange.Verdict {
    guard adjustedP < alpha, abs(change) > floor else { return .same }
    return change > 0 ? .worse : .better
  }
}

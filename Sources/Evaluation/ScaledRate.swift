import Statistics

/// How often something happened, per thousand or per ten thousand, with Wilson's interval of 95 %.
///
/// ```swift
/// ScaledRate(events: 3, trials: 1500, scale: 1000).value  // 2
/// ```
///
/// scale · events / trials, in 0…scale; the interval is that of Wilson (1927,
/// doi:10.1080/01621459.1927.10502953), `proportion_confint(method="wilson")` of statsmodels.
///
/// **Empty**: without trials value and ends are nil, never NaN. O(1).
public struct ScaledRate: Sendable, Equatable {
  /// How often it happened.
  public let events: Int
  /// How often it could have happened.
  public let trials: Int
  /// Per how many trials the rate is given.
  public let scale: Double

  /// A rate per `scale` trials.
  ///
  /// - Precondition: 0 ≤ `events` ≤ `trials`.
  public init(events: Int, trials: Int, scale: Double) {
    precondition(0 <= events && events <= trials, "more events than trials")
    (self.events, self.trials, self.scale) = (events, trials, scale)
  }

  /// The rate; nil without trials.
  public var value: Double? { trials == 0 ? nil : scale * Double(events) / Double(trials) }

  /// The lower end; nil without trials.
  public var low: Double? { interval.map { scale * $0.low } }

  /// The upper end, above 0 even without events; nil without trials.
  public var high: Double? { interval.map { scale * $0.high } }

  private var interval: WilsonInterval? { WilsonInterval(successes: events, trials: trials) }
}

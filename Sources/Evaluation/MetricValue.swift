/// A metric with its interval; nil where it has no meaning, never NaN.
public struct MetricValue: Sendable, Equatable {
  /// The name of the contract, such as `f_latency_onset`.
  public var name: String
  /// The value on all conversations; nil where the metric has no meaning there.
  public var value: Double?
  /// The lower end of the interval (bootstrap; Wilson for a share of 0 or 1); nil where there is
  /// none.
  public var low: Double?
  /// The upper end of the interval; nil where there is none, or where it is not bounded (a median
  /// delay that a part of the resamples does not reach).
  public var high: Double?
  /// How many conversations decide it: the retrieved ones for precision, the grooming ones for
  /// recall, the benign ones for false alarms, the scored ones for calibration, …
  public var count: Int
  /// Set where a convention stands in for an undefined value (P with nothing retrieved).
  public var isUndefined: Bool

  /// A metric, by default without interval.
  public init(
    _ name: String, _ value: Double?, low: Double? = nil, high: Double? = nil, count: Int,
    isUndefined: Bool = false
  ) {
    (self.name, self.value, self.low, self.high) = (name, value, low, high)
    (self.count, self.isUndefined) = (count, isUndefined)
  }
}

/// What a figure must keep. It binds the figure itself; only ``intervalMeets(_:_:)`` binds its
/// interval.
///
/// ```swift
/// AuditBound.within(0.7, 0.78).text                                    // 0.7 to 0.78
/// AuditBound.intervalMeets(0.8, 1.2).isKept(1.4, low: 1.1, high: 1.7)  // true
/// ```
public enum AuditBound: Sendable, Equatable {
  /// At most this much.
  case atMost(Double)
  /// At least this much.
  case atLeast(Double)
  /// Between the two, both included.
  case within(Double, Double)
  /// Below the first; or else no higher than what 99 % of permutations stay below.
  case belowOrPermuted(Double, permuted: Double)
  /// In a sample the figure is free, but its interval must not lie wholly outside the two.
  case intervalMeets(Double, Double)

  /// Whether a figure with this interval keeps the bound; the figure stands in for a missing
  /// interval.
  public func isKept(_ value: Double, low: Double? = nil, high: Double? = nil) -> Bool {
    switch self {
    case .atMost(let most): value <= most
    case .atLeast(let least): value >= least
    case .within(let least, let most): (min(least, most)...max(least, most)).contains(value)
    case .belowOrPermuted(let most, let permuted): value < most || value <= permuted
    case .intervalMeets(let least, let most):
      (high ?? value) >= least && (low ?? value) <= most
    }
  }

  /// The bound as a table prints it.
  public var text: String {
    switch self {
    case .atMost(let most): "≤ \(Self.number(most))"
    case .atLeast(let least): "≥ \(Self.number(least))"
    case .within(let least, let most): "\(Self.number(least)) to \(Self.number(most))"
    case .belowOrPermuted(let most, let permuted):
      "< \(Self.number(most)), or ≤ \(Self.number(permuted)) (99 % of permutations)"
    case .intervalMeets(let least, let most):
      "interval meets \(Self.number(least)) to \(Self.number(most))"
    }
  }

  /// At most four digits after the point, without zeros at the end.
  private static func number(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    return rounded == rounded.rounded() && rounded.magnitude < 1e15
      ? "\(Int(rounded))" : "\(rounded)"
  }
}

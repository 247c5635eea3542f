/// What a ratio must be for the workbench to be as fast or as small as it promises, and what it
/// strives for.
///
/// ```swift
/// let target = PerformanceTarget.atLeast(25, stretch: 40)
/// target.meetsGate(30)     // true
/// target.meetsStretch(30)  // false
/// target.gateText          // "≥ 25"
/// ```
public struct PerformanceTarget: Sendable, Equatable {
  /// Which side of a bound is good.
  public enum Direction: Sendable, Equatable {
    /// The ratio must reach the bound.
    case atLeast
    /// The ratio must not pass the bound.
    case atMost
  }

  /// Which side of both bounds is good.
  public let direction: Direction
  /// The bound that is promised.
  public let gate: Double
  /// The bound that is striven for; at the good side of the gate.
  public let stretch: Double

  /// A ratio that should be large.
  ///
  /// - Precondition: `stretch` ≥ `gate`.
  public static func atLeast(_ gate: Double, stretch: Double) -> PerformanceTarget {
    precondition(stretch >= gate, "a stretch short of its gate")
    return PerformanceTarget(direction: .atLeast, gate: gate, stretch: stretch)
  }

  /// A ratio that should be small.
  ///
  /// - Precondition: `stretch` ≤ `gate`.
  public static func atMost(_ gate: Double, stretch: Double) -> PerformanceTarget {
    precondition(stretch <= gate, "a stretch short of its gate")
    return PerformanceTarget(direction: .atMost, gate: gate, stretch: stretch)
  }

  private init(direction: Direction, gate: Double, stretch: Double) {
    (self.direction, self.gate, self.stretch) = (direction, gate, stretch)
  }

  /// Whether a ratio keeps the promise; false for NaN.
  public func meetsGate(_ ratio: Double) -> Bool { meets(gate, ratio) }
  /// Whether a ratio is what is striven for; false for NaN.
  public func meetsStretch(_ ratio: Double) -> Bool { meets(stretch, ratio) }

  /// The gate in words: `≥ 25` or `≤ 0.25`.
  public var gateText: String { text(gate) }
  /// The stretch in words.
  public var stretchText: String { text(stretch) }

  private func meets(_ bound: Double, _ ratio: Double) -> Bool {
    direction == .atLeast ? ratio >= bound : ratio <= bound
  }

  private func text(_ bound: Double) -> String {
    let whole = bound == bound.rounded() ? "\(Int(bound))" : "\(bound)"
    return (direction == .atLeast ? "≥ " : "≤ ") + whole
  }
}

/// One case on both sides of a comparison, and what the gate says of it.
public struct FigureChange: Sendable, Equatable {
  /// What became of a figure.
  public enum Verdict: String, Sendable, Equatable, CaseIterable {
    /// Equal, or within what its gate allows.
    case same
    /// Worse than its gate allows.
    case worse
    /// Better by more than its gate asks of a worsening.
    case better
    /// Worse, and accepted for this base by a person who said why.
    case accepted
    /// Only one side has the case, or its definition has another version there.
    case incomparable
  }

  /// The case.
  public var name: String
  /// How it is compared.
  public var kind: PerformancePoint.Kind
  /// Such as `bytes`.
  public var unit: String
  /// The figure of the base; nil where it has none.
  public var base: Double?
  /// The figure of the head; nil where it has none.
  public var head: Double?
  /// The change as a share of the base; nil where one side is missing, infinite from 0.
  public var change: Double?
  /// The interval and the floor of a timed case.
  public var estimate: DuetEstimate?
  /// The p-value of a timed case, adjusted for all cases of the run.
  public var adjustedP: Double?
  /// What the gate says.
  public var verdict: Verdict

  /// The comparison of a counted or quality case.
  ///
  /// A counted figure is worse where it worsened by more than the case's gate; a figure of quality
  /// where it worsened at all, by a single bit. Another version of the definition is another series.
  ///
  /// - Parameters:
  ///   - gate: the largest share by which a counted figure may worsen.
  ///   - isAccepted: whether a worsening of this case against this base was accepted.
  /// - Precondition: `base` or `head` is given, and both are of one name.
  public init(
    base: PerformancePoint?, head: PerformancePoint?, gate: Double, isAccepted: Bool = false
  ) {
    guard let any = head ?? base else { preconditionFailure("a change needs a figure") }
    precondition(base == nil || head == nil || base?.name == head?.name, "two cases in one row")
    (name, kind, unit) = (any.name, any.kind, any.unit)
    (self.base, self.head) = (base?.value, head?.value)
    guard let base, let head, base.version == head.version, base.kind == head.kind else {
      verdict = .incomparable
      return
    }
    guard base.value.bitPattern != head.value.bitPattern else {
      (change, verdict) = (0, .same)
      return
    }
    let share =
      base.value == 0
      ? (head.value == 0 ? 0 : head.value > 0 ? .infinity : -.infinity)
      : head.value / base.value - 1
    change = share
    let isMore = head.value > base.value
    // Not by the share, which rounds: 101 is 1 % above 100, and no more.
    let isPast =
      kind == .quality
      ? head.value != base.value : abs(head.value - base.value) > gate * abs(base.value)
    guard isPast else {
      verdict = .same
      return
    }
    let isWorse = isMore == (head.better == .lower)
    verdict = isWorse ? (isAccepted ? .accepted : .worse) : .better
  }

  /// The comparison of a timed case that ran side by side; its figures are medians in nanoseconds.
  public init(
    timed name: String, base: Double, head: Double, estimate: DuetEstimate?, adjustedP: Double?,
    alpha: Double
  ) {
    (self.name, kind, unit) = (name, .timed, "ns")
    (self.base, self.head, self.estimate) = (base, head, estimate)
    (change, self.adjustedP) = (estimate?.change, adjustedP)
    if let estimate, let adjustedP {
      verdict = estimate.verdict(adjustedP: adjustedP, alpha: alpha)
    } else {
      verdict = .incomparable
    }
  }
}

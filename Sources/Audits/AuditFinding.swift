/// What a finding is about; the order is that of the table.
public enum AuditGroup: String, Sendable, CaseIterable {
  /// What training knows of the tests.
  case leakage
  /// What tells the classes apart without understanding anything.
  case shortcuts
  /// How rich the language is.
  case diversity
  /// How many conversations there are of what, and whether the classes carry the same signs.
  case balance
  /// What is left once the order of messages is gone.
  case order
  /// Between which floor and ceiling a detector can lie.
  case ceiling
  /// How far the benign part is from other corpora.
  case realism
}

/// What a finding means.
public enum AuditVerdict: String, Sendable, CaseIterable {
  /// The figure keeps its bound.
  case holds
  /// The figure breaks its bound.
  case broken
  /// The figure has no bound.
  case noted
  /// The corpus does not say what the figure needs.
  case unknown
}

/// One figure of an audit with its interval, its bound and what follows from them.
///
/// ```swift
/// let finding = AuditFinding(.shortcuts, "length", 0.71, bound: .atMost(0.6))
/// finding.verdict  // broken
/// ```
public struct AuditFinding: Sendable, Equatable {
  /// What it is about.
  public var group: AuditGroup
  /// What was measured; unique within its group.
  public var name: String
  /// The figure; nil where the corpus does not say what it needs, never NaN.
  public var value: Double?
  /// The lower end of the 95 % interval; nil where there is none.
  public var low: Double?
  /// The upper end of the 95 % interval; nil where there is none.
  public var high: Double?
  /// What the figure must keep; nil for one that is only noted.
  public var bound: AuditBound?
  /// What helps to read the figure, such as the token or the corpus it belongs to.
  public var detail: String?

  /// A finding; a value that is no number counts as unknown.
  public init(
    _ group: AuditGroup, _ name: String, _ value: Double?, low: Double? = nil, high: Double? = nil,
    bound: AuditBound? = nil, detail: String? = nil
  ) {
    (self.group, self.name) = (group, name)
    self.value = value.flatMap { $0.isFinite ? $0 : nil }
    (self.low, self.high, self.bound, self.detail) = (low, high, bound, detail)
  }

  /// A finding on an estimate, which may be missing.
  init(
    _ group: AuditGroup, _ name: String, _ estimate: Estimate?, bound: AuditBound? = nil,
    detail: String? = nil
  ) {
    self.init(
      group, name, estimate?.value, low: estimate?.low, high: estimate?.high, bound: bound,
      detail: detail)
  }

  /// What follows from the figure and its bound.
  public var verdict: AuditVerdict {
    guard let value else { return .unknown }
    guard let bound else { return .noted }
    return bound.isKept(value, low: low, high: high) ? .holds : .broken
  }
}

/// A figure with its 95 % interval.
struct Estimate: Sendable, Equatable {
  var value: Double
  var low: Double?
  var high: Double?
}

/// One finding of the audits of a corpus, as a database keeps it.
public struct AuditRecord: Sendable, Equatable {
  /// What it is about, such as `leakage` or `shortcuts`.
  public var group: String
  /// What was measured; unique within its group.
  public var name: String
  /// The figure; nil where the corpus does not say what it needs.
  public var value: Double?
  /// The lower end of its 95 % interval; nil where there is none.
  public var low: Double?
  /// The upper end of its 95 % interval; nil where there is none.
  public var high: Double?
  /// What the figure must keep, as a table prints it; nil for one that is only noted.
  public var bound: String?
  /// `holds`, `broken`, `noted` (no bound) or `unknown` (no figure).
  public var verdict: String
  /// What helps to read the figure, such as the word or the corpus it belongs to.
  public var detail: String?
  /// When the audits ran, ISO 8601; filled in by the database.
  public var computedUTC: String

  /// A finding, by default without interval, bound and detail.
  public init(
    group: String, name: String, value: Double?, low: Double? = nil, high: Double? = nil,
    bound: String? = nil, verdict: String, detail: String? = nil, computedUTC: String = ""
  ) {
    (self.group, self.name, self.value) = (group, name, value)
    (self.low, self.high, self.bound) = (low, high, bound)
    (self.verdict, self.detail, self.computedUTC) = (verdict, detail, computedUTC)
  }
}

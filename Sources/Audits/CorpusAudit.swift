/// Every audit of one corpus.
///
/// ```swift
/// let audit = try CorpusAudit(corpus, against: [], checkpoint: {})
/// audit.broken.map(\.name)  // what breaks its bound
/// ```
public struct CorpusAudit: Sendable, Equatable {
  /// The findings in the order of their groups.
  public let findings: [AuditFinding]

  /// The findings that break their bounds.
  public var broken: [AuditFinding] { findings.filter { $0.verdict == .broken } }

  /// Audits a corpus; with other corpora given, its realism as well. Deterministic.
  ///
  /// What a corpus does not say (labels, kinds, times, signs) leaves the findings that need it
  /// unknown; an empty corpus has unknown findings and counts of none.
  ///
  /// - Parameters:
  ///   - others: what the benign part is compared with, such as corpora of real chat.
  ///   - checkpoint: called between pieces of work; what it throws ends the audit.
  /// - Throws: what `checkpoint` throws, or `DetectionError` where a control cannot be trained.
  /// - Complexity: some passes over the text, three trained text models, and 300 resamples of every
  ///   shortcut.
  public init(
    _ corpus: AuditedCorpus, against others: [AuditedCorpus] = [],
    checkpoint: () throws -> Void = {}
  ) throws {
    try checkpoint()
    let leakage = LeakageAudit(corpus)
    try checkpoint()
    let controls = try Controls(corpus, checkpoint: checkpoint)
    let shortcuts = ShortcutAudit(corpus, firstMessages: controls.firstMessages)
    try checkpoint()
    let diversity = DiversityAudit(corpus)
    try checkpoint()
    let balance = BalanceAudit(corpus)
    try checkpoint()
    let realism = try RealismAudit(corpus, against: others, checkpoint: checkpoint)
    findings =
      leakage.findings + shortcuts.findings + diversity.findings + balance.findings
      + OrderAudit(controls).findings + CeilingAudit(controls).findings + realism.findings
  }
}

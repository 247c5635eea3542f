public import Audits
import Chat
public import Store

/// Audits of stored corpora, kept in the database for reports.
public enum CorpusAuditing {
  /// Audits a stored corpus and replaces its stored findings.
  ///
  /// The corpora named stay in memory as a whole while their figures are taken.
  ///
  /// - Parameters:
  ///   - others: corpora that the benign part is compared with.
  ///   - checkpoint: called between pieces of work; what it throws ends the audit, and the findings of
  ///     an earlier one are kept.
  /// - Throws: `StoreError` where a corpus is unknown, before any work.
  public static func audit(
    _ name: String, against others: [String] = [], in workbench: Workbench,
    checkpoint: () throws -> Void = {}
  ) throws -> CorpusAudit {
    for name in [name] + others { _ = try workbench.corpus(named: name) }
    let corpus = try read(name, in: workbench, checkpoint: checkpoint)
    let compared = try others.map { try read($0, in: workbench, checkpoint: checkpoint) }
    let audit = try CorpusAudit(corpus, against: compared, checkpoint: checkpoint)
    try workbench.save(audits: audit.findings.map(AuditRecord.init), corpus: name)
    return audit
  }

  private static func read(
    _ name: String, in workbench: Workbench, checkpoint: () throws -> Void
  ) throws -> AuditedCorpus {
    var chunks: [Chunk] = []
    try workbench.readChunks(corpus: name, split: nil, maximumTextBytes: 4 << 20) { chunk in
      try checkpoint()
      chunks.append(chunk)
    }
    return AuditedCorpus(name, chunks)
  }
}

extension AuditRecord {
  /// A finding as the database keeps it.
  init(_ finding: AuditFinding) {
    self.init(
      group: finding.group.rawValue, name: finding.name, value: finding.value, low: finding.low,
      high: finding.high, bound: finding.bound?.text, verdict: finding.verdict.rawValue,
      detail: finding.detail)
  }
}

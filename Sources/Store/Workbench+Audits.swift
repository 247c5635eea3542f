import SQLite

extension Workbench {
  /// Replaces the findings of a corpus's audits, all or none.
  ///
  /// - Throws: ``StoreError/unknownCorpus(_:suggestion:path:)``; an error of SQLite where a verdict is
  ///   none of the four, or two findings of a group have one name.
  public func save(audits: [AuditRecord], corpus name: String) throws {
    let corpus = try corpus(named: name)
    try writing {
      try connection.execute("DELETE FROM audit WHERE corpus_id = ?", [.integer(corpus.id)])
      for (position, audit) in audits.enumerated() {
        try connection.execute(
          """
          INSERT INTO audit (corpus_id, position, group_name, name, value, low, high, bound,
            verdict, detail, computed_utc)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
          """,
          [
            .integer(corpus.id), .integer(position), .text(audit.group), .text(audit.name),
            .optional(audit.value), .optional(audit.low), .optional(audit.high),
            .optional(audit.bound), .text(audit.verdict), .optional(audit.detail),
          ])
      }
    }
  }

  /// The findings of a corpus's audits in the order they were saved; empty before.
  ///
  /// - Throws: ``StoreError/unknownCorpus(_:suggestion:path:)``.
  public func audits(corpus name: String) throws -> [AuditRecord] {
    let corpus = try corpus(named: name)
    return try wording {
      try connection.all(
        """
        SELECT group_name, name, value, low, high, bound, verdict, detail, computed_utc
        FROM audit WHERE corpus_id = ? ORDER BY position
        """, [.integer(corpus.id)]
      ) { row in
        AuditRecord(
          group: row.text(0), name: row.text(1), value: row.optionalDouble(2),
          low: row.optionalDouble(3), high: row.optionalDouble(4), bound: row.optionalText(5),
          verdict: row.text(6), detail: row.optionalText(7), computedUTC: row.text(8))
      }
    }
  }
}

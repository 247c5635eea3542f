import SQLite

extension Workbench {
  /// Adds facts about a run that have no column of their own, such as a licence; a fact of the same
  /// name is replaced.
  ///
  /// - Throws: ``StoreError/unknownRun(_:path:)``.
  public func save(facts: [(name: String, value: String)], run id: Int) throws {
    try writing {
      try requireRun(id)
      for fact in facts {
        try connection.execute(
          """
          INSERT INTO run_fact (run_id, name, value) VALUES (?, ?, ?)
          ON CONFLICT (run_id, name) DO UPDATE SET value = excluded.value
          """, [.integer(id), .text(fact.name), .text(fact.value)])
      }
    }
  }

  /// The facts about a run, by name.
  ///
  /// - Throws: ``StoreError/unknownRun(_:path:)``.
  public func facts(run id: Int) throws -> [(name: String, value: String)] {
    try wording {
      try requireRun(id)
      return try connection.all(
        "SELECT name, value FROM run_fact WHERE run_id = ? ORDER BY name", [.integer(id)]
      ) { ($0.text(0), $0.text(1)) }
    }
  }

  /// Adds what a run says of those who write in one conversation; an author's earlier score is
  /// replaced.
  ///
  /// - Throws: ``StoreError/unknownRun(_:path:)``; `unknownConversation` where the corpus of the run
  ///   lacks an id. Then nothing of this call is kept.
  public func add(
    authorScores: [(conversation: String, author: String, score: Double)], toRun id: Int
  ) throws {
    try writing {
      let run = try run(id: id)
      let corpus = try corpus(named: run.corpus)
      for row in authorScores {
        try connection.execute(
          """
          INSERT INTO author_score (run_id, conversation_id, author, score)
          SELECT ?1, conversation_id, ?4, ?5
          FROM conversation WHERE corpus_id = ?2 AND id = ?3
          ON CONFLICT (run_id, conversation_id, author) DO UPDATE SET score = excluded.score
          """,
          [
            .integer(id), .integer(corpus.id), .text(row.conversation), .text(row.author),
            .real(row.score),
          ])
        guard connection.changes == 1 else {
          throw StoreError.unknownConversation(corpus: corpus.name, id: row.conversation)
        }
      }
    }
  }

  /// What a run says of those who write, in storage order of the corpus, then by author.
  ///
  /// - Throws: ``StoreError/unknownRun(_:path:)``.
  public func authorScores(run id: Int) throws
    -> [(conversation: String, author: String, score: Double)]
  {
    try wording {
      try requireRun(id)
      return try connection.all(
        """
        SELECT id, author, score FROM author_score JOIN conversation USING (conversation_id)
        WHERE run_id = ? ORDER BY conversation_id, author
        """, [.integer(id)]
      ) { ($0.text(0), $0.text(1), $0.optionalDouble(2) ?? 0) }
    }
  }
}

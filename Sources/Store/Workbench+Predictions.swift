public import Chat
public import Evaluation
import SQLite

extension Workbench {
  /// Adds predictions in one small transaction; a conversation that is there already is replaced.
  ///
  /// - Throws: ``StoreError/unknownRun(_:path:)``; `unknownConversation` where the corpus of the run
  ///   lacks an id. Then nothing of this call is kept.
  public func add(_ predictions: [PredictionRecord], toRun id: Int) throws {
    try writing {
      let run = try run(id: id)
      let corpus = try corpus(named: run.corpus)
      let insert = try connection.statement(
        """
        INSERT INTO prediction
          (run_id, conversation_id, outcome, score, alert_message, message_scores, message_stages)
        SELECT ?1, conversation_id, ?4, ?5, ?6, ?7, ?8
        FROM conversation WHERE corpus_id = ?2 AND id = ?3
        ON CONFLICT (run_id, conversation_id) DO UPDATE
        SET outcome = excluded.outcome, score = excluded.score,
          alert_message = excluded.alert_message, message_scores = excluded.message_scores,
          message_stages = excluded.message_stages
        """)
      for prediction in predictions {
        try insert.bind(id, at: 1)
        try insert.bind(corpus.id, at: 2)
        try insert.bind(prediction.conversation, at: 3)
        try insert.bind(prediction.outcome.rawValue, at: 4)
        try insert.bind(prediction.score, at: 5)
        try insert.bind(prediction.alertMessage, at: 6)
        if prediction.messageScores.isEmpty {
          try insert.bindNull(at: 7)
        } else {
          try insert.bind(blob: prediction.packedScores, at: 7)
        }
        if prediction.messageStages.isEmpty {
          try insert.bindNull(at: 8)
        } else {
          try insert.bind(blob: prediction.messageStages.map { UInt8($0.index) }, at: 8)
        }
        try insert.run()
        guard connection.changes == 1 else {
          throw StoreError.unknownConversation(corpus: corpus.name, id: prediction.conversation)
        }
      }
    }
  }

  /// Ids of conversations that have a prediction.
  public func predictedConversations(run id: Int) throws -> Set<String> {
    try wording {
      try requireRun(id)
      let ids = try connection.all(
        "SELECT id FROM prediction JOIN conversation USING (conversation_id) WHERE run_id = ?",
        [.integer(id)]
      ) { $0.text(0) }
      return Set(ids)
    }
  }

  /// All predictions of a run, in storage order of the corpus.
  ///
  /// - Parameter withMessageScores: whether to read the scores and stages after every message, too.
  public func predictions(run id: Int, withMessageScores: Bool = false) throws
    -> [PredictionRecord]
  {
    try wording {
      try requireRun(id)
      return try connection.all(
        """
        SELECT id, outcome, score, alert_message\(withMessageScores ? ", message_scores, message_stages" : "")
        FROM prediction JOIN conversation USING (conversation_id)
        WHERE run_id = ? ORDER BY conversation_id
        """, [.integer(id)]
      ) { row in
        var prediction = PredictionRecord(
          conversation: row.text(0), outcome: try named(row.text(1), in: "prediction.outcome"),
          score: row.optionalDouble(2), alertMessage: row.optionalInteger(3))
        if withMessageScores {
          prediction.messageScores = try unpackedScores(row, 4)
          guard let stages = PredictionRecord.unpackStages(row.unsafeBlob(5)) else {
            throw StoreError.damaged(
              path: path, reason: "an unknown value in prediction.message_stages")
          }
          prediction.messageStages = stages
        }
        return prediction
      }
    }
  }

  /// The packed scores in a column.
  private func unpackedScores(_ row: Statement, _ column: Int) throws -> [Double] {
    guard let scores = PredictionRecord.unpack(row.unsafeBlob(column)) else {
      throw StoreError.damaged(path: path, reason: "an unknown value in prediction.message_scores")
    }
    return scores
  }

  /// The score after every message, of chosen conversations of a run, by id; those without stored
  /// scores are left out.
  public func messageScores(run id: Int, of conversations: Set<String>) throws -> [String: [Double]]
  {
    try wording {
      let run = try run(id: id)
      let corpus = try corpus(named: run.corpus)
      var found: [String: [Double]] = [:]
      for name in conversations {
        let scores = try connection.first(
          """
          SELECT message_scores FROM conversation JOIN prediction USING (conversation_id)
          WHERE corpus_id = ? AND id = ? AND run_id = ?
          """, [.integer(corpus.id), .text(name), .integer(id)]
        ) { try unpackedScores($0, 0) }
        if let scores, !scores.isEmpty { found[name] = scores }
      }
      return found
    }
  }

  /// Predictions joined with truth, in storage order of the corpus: what Evaluation takes
  /// (grooming and benign only), of one split of the corpus.
  public func evaluated(run id: Int, split: Split) throws -> [EvaluatedConversation] {
    try wording {
      try requireRun(id)
      return try connection.all(
        """
        SELECT id, ifnull(group_id, id), label = 'grooming', messages, onset, score, alert_message,
          scenario, kind
        FROM prediction JOIN conversation USING (conversation_id) JOIN label USING (conversation_id)
        WHERE run_id = ? AND split = ? AND label IN ('grooming', 'benign')
        ORDER BY conversation_id
        """, [.integer(id), .text(split.rawValue)]
      ) { row in
        let isPositive = row.integer(2) == 1
        return EvaluatedConversation(
          id: row.text(0), cluster: row.text(1), isPositive: isPositive,
          messageCount: row.integer(3), onset: isPositive ? row.optionalInteger(4) : nil,
          score: row.optionalDouble(5), alert: row.optionalInteger(6),
          scenario: row.optionalText(7),
          kind: try row.optionalText(8).map { try named($0, in: "label.kind") })
      }
    }
  }
}

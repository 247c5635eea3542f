public import Chat
import SQLite

extension Workbench {
  private static let query = """
    SELECT run_id, run_key, corpus.name, split, detector.name, kind, version, detector_parameters,
      policy, policy_parameters, view, objective, run.seed, repeat_number, status, error,
      started_utc, finished_utc, train_seconds, model_bytes, messages_per_second, environment_id
    FROM run JOIN corpus USING (corpus_id) JOIN detector USING (detector_id)
    """

  /// The run with this key, finished or not.
  public func run(key: String) throws -> RunRecord? {
    try wording {
      try connection.first("\(Self.query) WHERE run_key = ?", [.text(key)], record)
    }
  }

  /// The run with this number.
  ///
  /// - Throws: ``StoreError/unknownRun(_:path:)``.
  public func run(id: Int) throws -> RunRecord {
    let found = try wording {
      try connection.first("\(Self.query) WHERE run_id = ?", [.integer(id)], record)
    }
    guard let found else { throw StoreError.unknownRun(id, path: path) }
    return found
  }

  /// All runs, in the order they were first saved.
  public func runs() throws -> [RunRecord] {
    try wording { try connection.all("\(Self.query) ORDER BY run_id", [], record) }
  }

  /// The latest finished run (`done` or `partial`) per detector × policy × view on a corpus and
  /// split, ordered by detector, policy and view.
  ///
  /// Other objectives, versions and repeats of the same three are earlier runs of it.
  public func leaderboard(corpus name: String, split: Split) throws -> [RunRecord] {
    let corpus = try corpus(named: name)
    return try wording {
      try connection.all(
        """
        \(Self.query) WHERE corpus_id = ? AND split = ? AND run_id IN (SELECT run_id FROM latest_run)
        ORDER BY detector.name, kind, policy, view
        """, [.integer(corpus.id), .text(split.rawValue)], record)
    }
  }

  /// Inserts (id 0) or updates a run; gives it with its id.
  ///
  /// - Throws: ``StoreError/unknownCorpus(_:suggestion:path:)``, `unknownEnvironment`; `unknownRun`
  ///   where the id is that of no run; `duplicateRun` where another run has the key.
  public func save(_ run: RunRecord) throws -> RunRecord {
    try writing {
      var run = run
      let corpus = try corpus(named: run.corpus)
      if let environment = run.environment { try requireEnvironment(environment) }
      let detector = try detectorRow(of: run)
      let assignments = values(of: run, corpus: corpus.id, detector: detector)
      let columns = assignments.map(\.column)
      do {
        if run.id == 0 {
          let places = columns.map { _ in "?" }.joined(separator: ", ")
          try connection.execute(
            "INSERT INTO run (\(columns.joined(separator: ", "))) VALUES (\(places))",
            assignments.map(\.value))
          run.id = connection.lastInsertedRow
        } else {
          let places = columns.map { "\($0) = ?" }.joined(separator: ", ")
          try connection.execute(
            "UPDATE run SET \(places) WHERE run_id = ?",
            assignments.map(\.value) + [.integer(run.id)])
          guard connection.changes == 1 else { throw StoreError.unknownRun(run.id, path: path) }
        }
      } catch let error as SQLiteError {
        guard error.isDuplicate else { throw error }
        throw StoreError.duplicateRun(key: run.key, path: path)
      }
      return run
    }
  }

  /// Throws where there is no such run, so that an answer is never empty for a mistyped number.
  func requireRun(_ id: Int) throws {
    let found = try connection.first("SELECT run_id FROM run WHERE run_id = ?", [.integer(id)]) {
      $0.integer(0)
    }
    guard found != nil else { throw StoreError.unknownRun(id, path: path) }
  }

  private func detectorRow(of run: RunRecord) throws -> Int {
    let values: [SQLValue] = [
      .text(run.detector), .text(run.detectorKind.rawValue), .integer(run.detectorVersion),
    ]
    let sql = "SELECT detector_id FROM detector WHERE name = ? AND kind = ? AND version = ?"
    if let row = try connection.first(sql, values, { $0.integer(0) }) { return row }
    try connection.execute("INSERT INTO detector (name, kind, version) VALUES (?, ?, ?)", values)
    return connection.lastInsertedRow
  }

  private func values(
    of run: RunRecord, corpus: Int, detector: Int
  ) -> [(column: String, value: SQLValue)] {
    [
      ("run_key", .text(run.key)), ("corpus_id", .integer(corpus)),
      ("split", .text(run.split.rawValue)), ("detector_id", .integer(detector)),
      ("detector_parameters", .text(run.detectorParameters)), ("policy", .text(run.policy)),
      ("policy_parameters", .text(run.policyParameters)), ("view", .text(run.view)),
      ("objective", .text(run.objective)), ("seed", .text(String(run.seed))),
      ("repeat_number", .integer(run.repeatNumber)), ("status", .text(run.status.rawValue)),
      ("error", .optional(run.error)), ("started_utc", .text(run.startedUTC)),
      ("finished_utc", .optional(run.finishedUTC)),
      ("train_seconds", .optional(run.trainSeconds)), ("model_bytes", .optional(run.modelBytes)),
      ("messages_per_second", .optional(run.messagesPerSecond)),
      ("environment_id", .optional(run.environment)),
    ]
  }

  private func record(_ row: Statement) throws -> RunRecord {
    guard let seed = UInt64(row.text(12)) else {
      throw StoreError.damaged(path: path, reason: "an unknown value in run.seed")
    }
    return RunRecord(
      id: row.integer(0), key: row.text(1), corpus: row.text(2),
      split: try named(row.text(3), in: "run.split"), detector: row.text(4),
      detectorKind: try named(row.text(5), in: "detector.kind"), detectorVersion: row.integer(6),
      detectorParameters: row.text(7), policy: row.text(8), policyParameters: row.text(9),
      view: row.text(10), objective: row.text(11), seed: seed, repeatNumber: row.integer(13),
      status: try named(row.text(14), in: "run.status"), error: row.optionalText(15),
      startedUTC: row.text(16), finishedUTC: row.optionalText(17),
      trainSeconds: row.optionalDouble(18), modelBytes: row.optionalInteger(19),
      messagesPerSecond: row.optionalDouble(20), environment: row.optionalInteger(21))
  }
}

import CSQLite

extension Connection {
  /// When a transaction takes the lock for writing.
  public enum TransactionKind: String, Sendable {
    /// With its first write; fails with `busy` where another one wrote since its first read.
    case deferred = "DEFERRED"
    /// At once, waiting for other writers; readers go on.
    case immediate = "IMMEDIATE"
    /// At once; in WAL mode the same as immediate.
    case exclusive = "EXCLUSIVE"
  }

  /// Whether a transaction is open.
  public var isInTransaction: Bool {
    // "returns non-zero or zero if the given database connection is or is not in autocommit mode":
    // https://www.sqlite.org/c3ref/get_autocommit.html
    sqlite3_get_autocommit(handle) == 0
  }

  /// Runs `body` between BEGIN and COMMIT; whatever it throws rolls everything back.
  ///
  /// ```swift
  /// try connection.transaction(.immediate) {
  ///   for word in words { try connection.execute("INSERT INTO word VALUES (?)", [.text(word)]) }
  /// }
  /// ```
  ///
  /// - Throws: what `body` throws; ``SQLiteError`` of BEGIN and COMMIT, or where one is open already.
  public func transaction<Result>(
    _ kind: TransactionKind = .immediate, _ body: () throws -> Result
  ) throws -> Result {
    try script("BEGIN \(kind.rawValue)")
    do {
      let result = try body()
      try script("COMMIT")
      return result
    } catch {
      // Some failures (disk full, out of memory) have rolled back already, and then a ROLLBACK would
      // hide the reason behind its own: https://www.sqlite.org/lang_transaction.html
      if isInTransaction { try? script("ROLLBACK") }
      throw error
    }
  }
}

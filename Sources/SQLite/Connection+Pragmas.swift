import CSQLite

extension Connection {
  /// Switches the file to write-ahead logging and checks that it did.
  ///
  /// - Throws: ``SQLiteError`` where SQLite stays in another mode.
  public func enableWAL() throws {
    // "If the journal mode could not be changed, the original journal mode is returned":
    // https://www.sqlite.org/pragma.html#pragma_journal_mode
    let sql = "PRAGMA journal_mode = WAL"
    let answer = try first(sql) { $0.text(0) } ?? ""
    guard answer == "wal" else {
      throw SQLiteError(
        code: SQLITE_READONLY, message: "journal mode is '\(answer)'; expected 'wal'", sql: sql)
    }
  }

  /// The number that a schema keeps in its file; 0 in a new one.
  public func userVersion() throws -> Int {
    try first("PRAGMA user_version") { $0.integer(0) } ?? 0
  }

  /// Sets the number that a schema keeps in its file, within the open transaction.
  public func setUserVersion(_ version: Int) throws(SQLiteError) {
    try script("PRAGMA user_version = \(version)")  // a PRAGMA takes no parameters
  }

  /// The number that says whose file it is; 0 in a new one.
  public func applicationID() throws -> Int {
    try first("PRAGMA application_id") { $0.integer(0) } ?? 0
  }

  /// Sets the number that says whose file it is.
  public func setApplicationID(_ id: Int32) throws(SQLiteError) {
    try script("PRAGMA application_id = \(id)")
  }

  /// Whether the file cannot be written, which SQLite accepts silently when it opens one.
  public var isReadOnly: Bool {
    // "Otherwise … the database is opened read-only if the file is write protected by the operating
    // system": https://www.sqlite.org/c3ref/open.html
    sqlite3_db_readonly(handle, "main") == 1
  }

  /// What `PRAGMA integrity_check` finds wrong; empty for a sound file. O(size of the file).
  public func integrityFailures() throws -> [String] {
    let answers = try all("PRAGMA integrity_check") { $0.text(0) }
    return answers == ["ok"] ? [] : answers
  }
}

import CSQLite

/// A prepared statement: bind by position, step from row to row, read columns by position.
///
/// Parameters count from 1 and columns from 0, as in SQLite's own interface.
///
/// ```swift
/// let insert = try connection.statement("INSERT INTO word (id, text) VALUES (?, ?)")
/// for (id, word) in words.enumerated() {
///   try insert.bind(id, at: 1)
///   try insert.bind(word, at: 2)
///   try insert.run()
/// }
/// ```
///
/// Bound values stay bound until they are bound anew, through every ``run()`` and ``reset()``.
public final class Statement {
  let handle: OpaquePointer
  /// The text it was prepared from.
  public let sql: String

  init(database: OpaquePointer, sql: String) throws(SQLiteError) {
    var prepared: OpaquePointer?
    // "a hint to the query planner that the prepared statement will be retained for a long time and
    // probably reused many times": https://www.sqlite.org/c3ref/c_prepare_normalize.html
    let code = sqlite3_prepare_v3(
      database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK else {
      throw SQLiteError(code: code, message: String(cString: sqlite3_errmsg(database)), sql: sql)
    }
    guard let prepared else {
      throw SQLiteError(code: SQLITE_MISUSE, message: "no statement; expected SQL", sql: sql)
    }
    (handle, self.sql) = (prepared, sql)
  }

  deinit { sqlite3_finalize(handle) }

  /// Goes to the next row; false at the end, after which only ``reset()`` starts again.
  public func step() throws(SQLiteError) -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    throw failure(code)
  }

  /// Runs to the end, ignoring rows, and is ready to run again.
  public func run() throws(SQLiteError) {
    var code = sqlite3_step(handle)
    while code == SQLITE_ROW { code = sqlite3_step(handle) }
    guard code == SQLITE_DONE else {
      let error = failure(code)
      sqlite3_reset(handle)
      throw error
    }
    sqlite3_reset(handle)
  }

  /// Goes back to before the first row; a running query must be reset to end its read transaction.
  public func reset() {
    // The answer repeats the failure of the last step, which has been thrown already:
    // https://www.sqlite.org/c3ref/reset.html
    sqlite3_reset(handle)
  }

  /// Binds NULL to every parameter.
  public func clearBindings() { sqlite3_clear_bindings(handle) }

  /// Calls `body` for every row of the statement with `values` bound, and resets it.
  ///
  /// - Parameter body: gets the statement itself, to read the columns of the row.
  public func forEach(_ values: [SQLValue] = [], _ body: (Statement) throws -> Void) throws {
    try bind(values)
    defer { reset() }
    while try step() { try body(self) }
  }

  /// Whether it stands between its first step and its end, so that another loop must not use it.
  var isBusy: Bool { sqlite3_stmt_busy(handle) != 0 }

  func failure(_ code: Int32) -> SQLiteError {
    let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
    return SQLiteError(code: code, message: message, sql: sql)
  }
}

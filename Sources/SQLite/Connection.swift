import CSQLite
import Glibc

/// One SQLite connection with its prepared statements; one task owns it at a time.
///
/// ```swift
/// let connection = try Connection(path: ":memory:")
/// try connection.script("CREATE TABLE word (text TEXT NOT NULL) STRICT")
/// try connection.execute("INSERT INTO word (text) VALUES (?)", [.text("moon")])
/// try connection.first("SELECT text FROM word") { $0.text(0) }  // "moon"
/// ```
public final class Connection {
  /// What may be done with the file.
  public enum Mode: Sendable {
    /// Read and write; the file is created where it is missing.
    case readWriteCreate
    /// Read alone; the file must be there.
    case readOnly
  }

  let handle: OpaquePointer
  /// The file as it was named when opened.
  public let path: String
  private var cache: [String: Statement] = [:]

  /// Opens the file at `path` (`:memory:`: a database that goes with the connection), with foreign
  /// keys enforced.
  ///
  /// - Parameter busyTimeout: how long to wait for another connection's lock before failing.
  /// - Throws: ``SQLiteError`` with the system's reason where the file cannot be opened.
  public init(
    path: String, mode: Mode = .readWriteCreate, busyTimeout: Duration = .seconds(5)
  ) throws(SQLiteError) {
    // One task owns the connection, so that SQLite need not lock it:
    // https://www.sqlite.org/threadsafe.html
    let access =
      mode == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    // Some builds read names that begin so as URIs, with options in them.
    // https://www.sqlite.org/uri.html
    let name = path.hasPrefix("file:") ? "./" + path : path
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(
      name, &opened, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened else {
      let error = Self.openingFailure(code, opened)
      sqlite3_close_v2(opened)
      throw error
    }
    (handle, self.path) = (opened, path)
    sqlite3_busy_timeout(handle, Int32(clamping: Int(busyTimeout / .milliseconds(1))))
    // A file made by someone else must neither run functions from its schema nor have SQL damage it:
    // https://www.sqlite.org/security.html
    csqlite_defensive(handle)
    try script("PRAGMA trusted_schema = OFF")
    // "Foreign key constraints are disabled by default (for backwards compatibility), so must be
    // enabled separately for each database connection": https://www.sqlite.org/foreignkeys.html
    try script("PRAGMA foreign_keys = ON")
  }

  deinit {
    cache.removeAll()
    // Statements that someone still holds keep the connection until they go:
    // https://www.sqlite.org/c3ref/close.html
    sqlite3_close_v2(handle)
  }

  /// Runs statements that take no parameters, ignoring their rows.
  public func script(_ sql: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else {
      throw SQLiteError(code: code, message: String(cString: sqlite3_errmsg(handle)), sql: sql)
    }
  }

  /// The prepared statement for `sql`, made once; a second one while the first is in the middle of
  /// its rows, so that loops can nest.
  public func statement(_ sql: String) throws(SQLiteError) -> Statement {
    if let cached = cache[sql], !cached.isBusy { return cached }
    let made = try Statement(database: handle, sql: sql)
    cache[sql] = made
    return made
  }

  /// Runs one statement with its values, ignoring rows.
  public func execute(_ sql: String, _ values: [SQLValue] = []) throws(SQLiteError) {
    let statement = try statement(sql)
    try statement.bind(values)
    try statement.run()
  }

  /// What `decode` makes of the first row, or nil where there is none.
  public func first<Result>(
    _ sql: String, _ values: [SQLValue] = [], _ decode: (Statement) throws -> Result
  ) throws -> Result? {
    let statement = try statement(sql)
    try statement.bind(values)
    defer { statement.reset() }
    return try statement.step() ? decode(statement) : nil
  }

  /// What `decode` makes of every row.
  public func all<Result>(
    _ sql: String, _ values: [SQLValue] = [], _ decode: (Statement) throws -> Result
  ) throws -> [Result] {
    var results: [Result] = []
    try statement(sql).forEach(values) { results.append(try decode($0)) }
    return results
  }

  /// How many rows the last INSERT, UPDATE or DELETE changed, cascades not counted.
  public var changes: Int { Int(sqlite3_changes64(handle)) }

  /// The rowid of the last INSERT.
  public var lastInsertedRow: Int { Int(sqlite3_last_insert_rowid(handle)) }

  private static func openingFailure(_ code: Int32, _ handle: OpaquePointer?) -> SQLiteError {
    guard let handle else { return SQLiteError(code: code, message: "out of memory") }
    var message = String(cString: sqlite3_errmsg(handle))
    let number = sqlite3_system_errno(handle)
    if number != 0 { message += " (\(String(cString: strerror(number))))" }
    return SQLiteError(code: code, message: message)
  }
}

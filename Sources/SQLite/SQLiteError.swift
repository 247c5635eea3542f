import CSQLite

/// A failure that SQLite reported: its extended result code, its message and the statement.
///
/// Bound values never appear in it, so it is safe to print where the values are chat text.
///
/// ```swift
/// do { try connection.execute("INSERT INTO t (id) VALUES (?)", [.integer(1)]) }
/// catch { print(error) }
/// // SQLite error 2067: UNIQUE constraint failed: t.id, in 'INSERT INTO t (id) VALUES (?)'
/// ```
public struct SQLiteError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The family of a failure: the primary result codes of https://www.sqlite.org/rescode.html.
  public struct Kind: RawRepresentable, Hashable, Sendable {
    /// The primary result code.
    public var rawValue: Int32

    /// The kind with a primary result code.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Another connection holds the lock, and the busy timeout has passed.
    public static let busy = Kind(rawValue: SQLITE_BUSY)
    /// The file cannot be opened.
    public static let cannotOpen = Kind(rawValue: SQLITE_CANTOPEN)
    /// A UNIQUE, FOREIGN KEY, CHECK, NOT NULL or type rule of a table is broken.
    public static let constraint = Kind(rawValue: SQLITE_CONSTRAINT)
    /// The pages of the file contradict one another.
    public static let corrupt = Kind(rawValue: SQLITE_CORRUPT)
    /// The disk is full, or the database has as many pages as it may.
    public static let full = Kind(rawValue: SQLITE_FULL)
    /// The operating system failed to read or write.
    public static let inputOutput = Kind(rawValue: SQLITE_IOERR)
    /// The interface was used wrongly.
    public static let misuse = Kind(rawValue: SQLITE_MISUSE)
    /// The file is no SQLite database.
    public static let notADatabase = Kind(rawValue: SQLITE_NOTADB)
    /// The database may only be read.
    public static let readOnly = Kind(rawValue: SQLITE_READONLY)
  }

  /// The extended result code, such as 2067 (`SQLITE_CONSTRAINT_UNIQUE`).
  public var code: Int32
  /// SQLite's own words, and the system's where the file could not be opened.
  public var message: String
  /// The statement that failed, with its `?`; nil where there was none.
  public var sql: String?

  /// A failure.
  public init(code: Int32, message: String, sql: String? = nil) {
    (self.code, self.message, self.sql) = (code, message, sql)
  }

  /// The low byte of ``code``.
  public var kind: Kind { Kind(rawValue: code & 0xFF) }

  /// Whether a UNIQUE or PRIMARY KEY rule is broken.
  public var isDuplicate: Bool {
    // "SQLITE_CONSTRAINT_UNIQUE (2067)", "SQLITE_CONSTRAINT_PRIMARYKEY (1555)":
    // https://www.sqlite.org/rescode.html (the macros are too complex for Swift to import)
    code == 2067 || code == 1555
  }

  /// `SQLite error 2067: UNIQUE constraint failed: t.id, in 'INSERT …'`
  public var description: String {
    "SQLite error \(code): \(message)" + (sql.map { ", in '\($0)'" } ?? "")
  }
}

import SQLite

/// The database of a workbench: corpora, runs, predictions, metrics.
///
/// One task owns it at a time. Several processes may use one file: they read while one writes, and a
/// writer waits for another.
///
/// ```swift
/// let workbench = try Workbench(path: "nightlight.sqlite")
/// for corpus in try workbench.corpora() { print(corpus.name, corpus.messages) }
/// ```
public final class Workbench {
  /// The version of the schema that this program knows; `PRAGMA user_version` of its files.
  public static var schemaVersion: Int { Schema.steps.count }

  /// The file as it was named; `:memory:` keeps nothing.
  public let path: String
  let connection: Connection
  let messages: MessageReceiver

  /// Opens or creates the file at `path` and brings its schema up to date.
  ///
  /// - Throws: ``StoreError`` where the file is no database, another program's or a newer one (it is
  ///   left as it was), or cannot be opened, created or written.
  public init(path: String) throws {
    self.path = path
    let state = try DatabaseFile.state(path: path, knownVersion: Self.schemaVersion)
    do {
      connection = try Connection(path: path, busyTimeout: .seconds(10))
      guard !connection.isReadOnly else { throw StoreError.readOnly(path: path) }
      // Before the switch to write-ahead logging, so that it reaches the file itself at once.
      if state == .new {
        // Large pages are fewer calls for the same rows; read and written are whole conversations.
        try connection.script("PRAGMA page_size = \(Self.pageSize)")
        try connection.setApplicationID(DatabaseFile.applicationID)
      }
      if path != ":memory:" { try connection.enableWAL() }
      // "WAL mode is safe from corruption with synchronous=NORMAL"; a loss of power may cost the last
      // transactions: https://www.sqlite.org/pragma.html#pragma_synchronous
      try connection.script("PRAGMA synchronous = NORMAL")
      try connection.script("PRAGMA cache_size = -\(Self.cacheSize)")
      try connection.script("PRAGMA journal_size_limit = 67108864")
      try Migrations.apply(to: connection)
      messages = try MessageReceiver(connection, path: path)
    } catch let error as SQLiteError {
      throw StoreError(error, path: path)
    }
  }

  /// Bytes of a page of a new file.
  private static let pageSize = 16_384

  /// Kibibytes of pages that SQLite keeps, so that indexes stay in memory while they grow.
  static let cacheSize = 32_768

  /// Sets how many kibibytes of pages SQLite keeps; those beyond go.
  func setCacheSize(kibibytes: Int) throws(SQLiteError) {
    try connection.script("PRAGMA cache_size = -\(kibibytes)")  // a PRAGMA takes no parameters
  }

  /// Runs `body`, and says in the words of ``StoreError`` what SQLite found wrong.
  func wording<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as SQLiteError { throw StoreError(error, path: path) }
  }

  /// Like ``wording(_:)``, in an immediate transaction: all of `body` or nothing.
  func writing<Result>(_ body: () throws -> Result) throws -> Result {
    try wording { try connection.transaction(.immediate, body) }
  }

  /// What stands in a column that only named values may fill.
  func named<Value: RawRepresentable<String>>(
    _ name: String, in column: String, as _: Value.Type = Value.self
  ) throws -> Value {
    guard let value = Value(rawValue: name) else {
      throw StoreError.damaged(path: path, reason: "an unknown value in \(column)")
    }
    return value
  }
}

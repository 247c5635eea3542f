import Glibc

/// The version that every tool of the suite prints.
public let suiteVersion = "0.1.0"

/// The options that every tool of the suite shares.
public struct CommonOptions {
  @Option(help: "The workbench's database; NIGHTLIGHT_DB, else nightlight.sqlite.")
  private var db: String?
  @Flag(help: "Print machine-readable JSON.") private var json = false
  @Flag(help: "Print no progress and no notes on standard error.") private var quiet = false

  /// Options with their defaults.
  public init() {}

  /// The path of the database: `--db`, else the environment's `NIGHTLIGHT_DB`, else
  /// `nightlight.sqlite` in the working directory.
  public var databasePath: String {
    if let db { return db }
    if let value = getenv("NIGHTLIGHT_DB"), value.pointee != 0 { return String(cString: value) }
    return "nightlight.sqlite"
  }

  /// The path that `--db` gave; nil where the database is the default one.
  public var givenDatabasePath: String? { db }

  /// Whether the answer should be JSON.
  public var wantsJSON: Bool { json }

  /// Whether standard error should stay silent but for errors.
  public var isQuiet: Bool { quiet }

  /// Prints a note on standard error, unless `--quiet`.
  public func note(_ text: String) {
    guard !quiet else { return }
    _ = writeAll(Array((text + "\n").utf8), to: STDERR_FILENO)
  }
}

/// Prints a line of data on standard output.
///
/// - Throws: ``FileFailure`` when standard output is closed or full.
public func printLine(_ text: String) throws(FileFailure) {
  let number = writeAll(Array((text + "\n").utf8), to: STDOUT_FILENO)
  guard number == 0 else { throw FileFailure(path: "standard output", number: number) }
}

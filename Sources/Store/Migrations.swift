import SQLite

/// Brings the schema of a database up to date, one transaction a step.
enum Migrations {
  /// Applies the steps that the database has not seen: step *n* of `steps` makes version *n*.
  ///
  /// A process that is killed, or another one doing the same, leaves a whole version behind.
  ///
  /// - Throws: ``StoreError/newerDatabase(path:version:known:)`` where it has seen more than there
  ///   are.
  static func apply(_ steps: [String] = Schema.steps, to connection: Connection) throws {
    let version = try connection.userVersion()
    guard version <= steps.count else {
      throw StoreError.newerDatabase(path: connection.path, version: version, known: steps.count)
    }
    for next in version..<steps.count {
      try connection.transaction(.immediate) {
        // Another process may have made the step while this one waited for the lock.
        guard try connection.userVersion() == next else { return }
        try connection.script(steps[next])
        try connection.setUserVersion(next + 1)
      }
    }
  }
}

import Chat
import SQLite

extension Workbench {
  /// Stores what a run may depend on of its machine, once however often it is saved.
  ///
  /// ```swift
  /// let machine = try workbench.save(environment: [("cpu_model", "…"), ("cores", "2")])
  /// run.environment = machine
  /// ```
  ///
  /// - Parameter facts: names and values in any order; equal pairs count once.
  /// - Returns: the number of the environment, for ``RunRecord/environment``.
  public func save(environment facts: [(name: String, value: String)]) throws -> Int {
    let sorted = facts.sorted { $0 < $1 }
    var hash = SHA256()
    for (index, fact) in sorted.enumerated() where index == 0 || sorted[index - 1] != fact {
      // Lengths keep apart what would read alike: ("ab", "c") and ("a", "bc").
      hash.update("\(fact.name.utf8.count):\(fact.name)\(fact.value.utf8.count):\(fact.value)".utf8)
    }
    let key = SQLValue.text(SHA256.hex(hash.digest()))
    return try writing {
      let known = try connection.first(
        "SELECT environment_id FROM environment WHERE sha256 = ?", [key]
      ) { $0.integer(0) }
      if let known { return known }
      try connection.execute("INSERT INTO environment (sha256) VALUES (?)", [key])
      let row = connection.lastInsertedRow
      for fact in sorted {
        try connection.execute(
          "INSERT OR IGNORE INTO environment_fact (environment_id, name, value) VALUES (?, ?, ?)",
          [.integer(row), .text(fact.name), .text(fact.value)])
      }
      return row
    }
  }

  /// The facts of an environment, sorted by name.
  ///
  /// - Throws: ``StoreError/unknownEnvironment(_:path:)``.
  public func environment(id: Int) throws -> [(name: String, value: String)] {
    try wording {
      try requireEnvironment(id)
      return try connection.all(
        """
        SELECT name, value FROM environment_fact WHERE environment_id = ? ORDER BY name, value
        """, [.integer(id)]
      ) { (name: $0.text(0), value: $0.text(1)) }
    }
  }

  func requireEnvironment(_ id: Int) throws {
    let found = try connection.first(
      "SELECT 1 FROM environment WHERE environment_id = ?", [.integer(id)]
    ) { $0.integer(0) }
    guard found != nil else { throw StoreError.unknownEnvironment(id, path: path) }
  }
}
